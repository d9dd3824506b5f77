use ch02_coroutines::CoroutineState::{Complete, Yielded};
use ch03_task::{Task, Tid};
use evidence::assert_lines;
use ex03_task::night_desk::NightDesk;

/// Tells a new desk one thing a turn, until it ends. Returns what came of each turn.
fn night(told: &[Option<&'static str>]) -> String {
    let mut desk = Task::new(Tid::new(1), "night desk", NightDesk::default());
    let mut log = String::new();
    for &told in told {
        desk.set_send_value(told);
        log += &format!("{:12} → ", told.unwrap_or("(no note)"));
        match desk.resume() {
            Yielded(note) => log += &format!("{}\n", note.unwrap_or("None")),
            Complete(exit) => return format!("{log}{exit}"),
        }
    }
    log
}

#[test]
fn notes_are_handed_out_oldest_first() {
    assert_lines(
        "told two notes, then nothing three times, it hands out the first, the second, then none",
        &night(&[Some("fuel is low"), Some("call Ada"), None, None, None]),
        "fuel is low  → None\n\
         call Ada     → None\n\
         (no note)    → fuel is low\n\
         (no note)    → call Ada\n\
         (no note)    → None",
    );
}

#[test]
fn an_empty_desk_stays_open() {
    assert_lines(
        "a desk without notes hands out none and goes on, until it is told \"lights out\"",
        &night(&[None, None, Some("lights out")]),
        "(no note)    → None\n\
         (no note)    → None\n\
         lights out   → returned",
    );
}

#[test]
fn lights_out_hands_out_the_rest_and_completes() {
    assert_lines(
        "from \"lights out\" on, each turn hands out a note, and the one that finds none completes",
        &night(&[
            Some("fuel is low"),
            Some("call Ada"),
            Some("lights out"),
            None,
            None,
        ]),
        "fuel is low  → None\n\
         call Ada     → None\n\
         lights out   → fuel is low\n\
         (no note)    → call Ada\n\
         (no note)    → returned",
    );
}

#[test]
fn a_closed_desk_takes_no_notes() {
    assert_lines(
        "a note that comes after \"lights out\" is not kept",
        &night(&[Some("fuel is low"), Some("lights out"), Some("too late")]),
        "fuel is low  → None\n\
         lights out   → fuel is low\n\
         too late     → returned",
    );
}
