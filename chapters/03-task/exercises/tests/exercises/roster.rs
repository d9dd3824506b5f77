use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use evidence::assert_lines;
use ex03_task::roster::{Note, Roster};

/// Stays for so many turns, and repeats what it is told.
struct Duty {
    turns: u32,
}

impl Coroutine<Note> for Duty {
    type Yield = String;
    type Return = ();

    fn resume_with(&mut self, told: Note) -> CoroutineState<String, ()> {
        if self.turns == 0 {
            return Complete(());
        }
        self.turns -= 1;
        Yielded(told.unwrap_or("nothing new").to_string())
    }
}

#[test]
fn everybody_stays_until_their_end() {
    let mut roster = Roster::default();
    roster.enter("Ada", Duty { turns: 0 });
    roster.enter("Grace", Duty { turns: 9 });
    let mut log = roster.round();
    roster.enter("Kim", Duty { turns: 9 });
    log.extend(roster.round());
    assert_lines(
        "Ada goes home in round 1; in round 2 Grace and Kim are on duty",
        &log.join("\n"),
        "1 Ada returned\n2 Grace: nothing new\n2 Grace: nothing new\n3 Kim: nothing new",
    );
}

#[test]
fn a_note_for_somebody_who_left_reaches_nobody() {
    let mut roster = Roster::default();
    let ada = roster.enter("Ada", Duty { turns: 0 });
    let mut log = roster.round();
    roster.enter("Kim", Duty { turns: 9 });
    let taken = roster.leave_note(ada, "your dinner is in the oven");
    log.push(format!("note for Ada taken: {taken}"));
    log.extend(roster.round());
    assert_lines(
        "Ada has gone home, so her note is refused, and Kim is told nothing",
        &log.join("\n"),
        "1 Ada returned\nnote for Ada taken: false\n2 Kim: nothing new",
    );
}

#[test]
fn a_note_reaches_who_it_is_for() {
    let mut roster = Roster::default();
    let ada = roster.enter("Ada", Duty { turns: 9 });
    roster.enter("Grace", Duty { turns: 9 });
    assert!(
        roster.leave_note(ada, "fuel is low"),
        "Ada is on duty, so her note is taken"
    );
    assert_lines(
        "Ada is told what was left for her, Grace nothing",
        &roster.round().join("\n"),
        "1 Ada: fuel is low\n2 Grace: nothing new",
    );
}
