use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::*};
use ch03_task::Tid;
use evidence::assert_lines;
use ex05_syscalls::watchman::{Call, Cinema};
use std::cell::RefCell;
use std::rc::Rc;

type Log = Rc<RefCell<Vec<String>>>;

/// Makes these calls, one after the other, then says that it goes home.
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
        self.log.borrow_mut().push(format!("{} goes home", self.name));
        Complete(())
    }
}

/// Who goes home, in which order, and who is left.
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

const FILM: fn() -> Tid = || Tid::new(1);

#[test]
fn the_watchman_goes_home_after_the_film() {
    let lines = night([
        ("film", vec![Call::Yield, Call::Yield]),
        ("watchman", vec![Call::WaitTask(FILM())]),
    ]);
    assert_lines(
        "the film runs to its end, then the watchman goes home",
        &lines,
        "film goes home\nwatchman goes home",
    );
}

#[test]
fn the_watchman_goes_home_when_the_film_is_stopped() {
    let lines = night([
        ("film", vec![Call::Yield, Call::Yield, Call::Yield]),
        ("watchman", vec![Call::WaitTask(FILM())]),
        ("projectionist", vec![Call::Yield, Call::KillTask(FILM())]),
    ]);
    assert_lines(
        "the film is stopped halfway, and both men go home; nobody is left",
        &lines,
        "watchman goes home\nprojectionist goes home",
    );
}

#[test]
fn all_who_wait_go_home_when_the_film_is_stopped() {
    let lines = night([
        ("film", vec![Call::Yield, Call::Yield, Call::Yield]),
        ("watchman", vec![Call::WaitTask(FILM())]),
        ("cashier", vec![Call::WaitTask(FILM())]),
        ("projectionist", vec![Call::Yield, Call::KillTask(FILM())]),
    ]);
    assert_lines(
        "the film is stopped halfway, and everybody goes home; nobody is left",
        &lines,
        "watchman goes home\ncashier goes home\nprojectionist goes home",
    );
}
