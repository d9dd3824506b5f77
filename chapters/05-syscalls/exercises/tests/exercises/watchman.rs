use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::*};
use ch03_task::Tid;
use evidence::assert_lines;
use ex05_syscalls::watchman::{Call, Cinema};
use std::cell::RefCell;
use std::rc::Rc;

type Log = Rc<RefCell<Vec<String>>>;

/// Makes these calls, one after the other, then says that it is done.
struct Person {
    name: &'static str,
    calls: std::vec::IntoIter<Call>,
    log: Log,
}

impl Coroutine<()> for Person {
    type Yield = Call;
    type Return = ();

    fn resume_with(&mut self, (): ()) -> CoroutineState<Call, ()> {
        if let Some(call) = self.calls.next() {
            return Yielded(call);
        }
        self.log.borrow_mut().push(format!("{} is done", self.name));
        Complete(())
    }
}

/// Who is done, in which order, and who is left.
fn night<const N: usize>(people: [(&'static str, Vec<Call>); N]) -> String {
    let (mut cinema, log) = (Cinema::default(), Log::default());
    for (name, calls) in people {
        let (calls, log) = (calls.into_iter(), log.clone());
        cinema.create_task(name, Person { name, calls, log });
    }
    for name in cinema.run() {
        log.borrow_mut().push(format!("{name} is still there"));
    }
    log.borrow().join("\n")
}

const EARLY: fn() -> Tid = || Tid::new(1);
const LATE: fn() -> Tid = || Tid::new(2);
const WATCHMAN: fn() -> Tid = || Tid::new(3);

fn film(turns: usize) -> Vec<Call> {
    (0..turns).map(|_| Call::Yield).collect()
}

#[test]
fn the_watchman_waits_for_one_film_after_the_other() {
    let lines = night([
        ("early film", film(2)),
        ("late film", film(5)),
        ("watchman", vec![Call::WaitTask(EARLY()), Call::WaitTask(LATE())]),
    ]);
    assert_lines(
        "nobody taps the watchman, and he waits for both films",
        &lines,
        "early film is done\nlate film is done\nwatchman is done",
    );
}

#[test]
fn a_tapped_watchman_waits_for_the_late_film_only() {
    let lines = night([
        ("early film", film(4)),
        ("late film", film(9)),
        ("watchman", vec![Call::WaitTask(EARLY()), Call::WaitTask(LATE())]),
        ("projectionist", vec![Call::Tap(WATCHMAN())]),
    ]);
    assert_lines(
        "tapped, the watchman waits for the late film; the end of the early one is none \
         of his business",
        &lines,
        "projectionist is done\nearly film is done\nlate film is done\nwatchman is done",
    );
}

#[test]
fn who_is_not_tapped_waits_on() {
    let lines = night([
        ("early film", film(4)),
        ("late film", film(9)),
        ("watchman", vec![Call::WaitTask(EARLY())]),
        ("cashier", vec![Call::WaitTask(EARLY())]),
        ("projectionist", vec![Call::Tap(WATCHMAN())]),
    ]);
    assert_lines(
        "only the watchman is tapped, so the cashier waits for the end of the early film",
        &lines,
        "watchman is done\nprojectionist is done\nearly film is done\n\
         cashier is done\nlate film is done",
    );
}
