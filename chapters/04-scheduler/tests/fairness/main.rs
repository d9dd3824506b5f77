//! Fairness, as a property: whatever is done to the scheduler, everyone gets a share.

mod acts;
mod broken;

use acts::{Event, Subject, acts, play};
use ch04_scheduler::Scheduler;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};

/// The first case in which, between two turns of a task, another one that was there all the while
/// did not have exactly one turn.
fn unfair(log: &[Event]) -> Option<String> {
    for (start, event) in log.iter().enumerate() {
        let Event::Ran(tid) = event else { continue };
        let later = &log[start + 1..];
        let Some(next) = later.iter().position(|e| e == event) else { continue };
        let between = &later[..next];
        for other in acts::alive(&log[..start]) {
            if other == *tid || between.contains(&Event::Ended(other)) {
                continue;
            }
            let turns = between.iter().filter(|e| **e == Event::Ran(other)).count();
            if turns != 1 {
                return Some(format!("{other}: {turns} turns between two of {tid}"));
            }
        }
    }
    None
}

/// The first case in which nobody was given a turn although somebody was ready.
fn idle(log: &[Event]) -> Option<String> {
    let at = log.iter().position(|event| *event == Event::Idle)?;
    let alive = acts::alive(&log[..at]);
    let tid = alive.first()?;
    Some(format!("nobody ran, and {tid} was ready"))
}

/// Does a thousand random stories to a scheduler. If one is unfair or idle, tells it in short.
fn search(subject: &dyn Fn() -> Box<dyn Subject>) -> Result<(), String> {
    let config = Config { failure_persistence: None, ..Config::with_cases(1000) };
    let found = TestRunner::new(config).run(&acts(), |acts| {
        let log = play(&mut *subject(), &acts);
        let fault = unfair(&log).or(idle(&log));
        fault.map_or(Ok(()), |fault| Err(TestCaseError::fail(fault)))
    });
    found.map_err(|error| match error {
        TestError::Fail(fault, acts) => format!("{fault}\n{acts:?}"),
        TestError::Abort(reason) => reason.to_string(),
    })
}

#[test]
fn between_two_turns_of_a_task_every_other_ready_task_runs_exactly_once() {
    let found = search(&|| Box::new(<Scheduler>::new()));
    assert_eq!(found, Ok(()));
}
