//! What a task promises to whoever runs it.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch03_task::{Exit, Task, Tid};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, panic_any};
use std::rc::Rc;

/// Does with its input what the function says, and notes when it is dropped.
struct Body<F> {
    act: F,
    dropped: Rc<Cell<bool>>,
}

impl<F: FnMut(u32) -> CoroutineState<u32, ()>> Coroutine<u32> for Body<F> {
    type Yield = u32;
    type Return = ();

    fn resume_with(&mut self, input: u32) -> CoroutineState<u32, ()> {
        (self.act)(input)
    }
}

impl<F> Drop for Body<F> {
    fn drop(&mut self) {
        self.dropped.set(true);
    }
}

/// Panics when it is dropped.
struct Grudge;

impl Drop for Grudge {
    fn drop(&mut self) {
        panic!("not without a fight");
    }
}

/// A task with this body, and the sign that the body has been dropped.
fn task(
    act: impl FnMut(u32) -> CoroutineState<u32, ()> + 'static,
) -> (Task<u32, u32>, Rc<Cell<bool>>) {
    let dropped = Rc::default();
    let body = Body { act, dropped: Rc::clone(&dropped) };
    (Task::new(Tid::new(1), "body", body), dropped)
}

#[test]
fn nothing_runs_at_creation() {
    let ran = Rc::new(Cell::new(false));
    let witness = Rc::clone(&ran);
    let (mut task, _) = task(move |_| {
        witness.set(true);
        Yielded(0)
    });
    assert!(!ran.get());
    task.resume();
    assert!(ran.get());
}

#[test]
fn a_send_value_is_sent_once_and_the_last_one_counts() {
    let (mut task, _) = task(Yielded);
    assert_eq!(task.resume(), Yielded(0));
    task.set_send_value(7);
    task.set_send_value(8);
    assert_eq!(task.resume(), Yielded(8));
    assert_eq!(task.resume(), Yielded(0));
}

#[test]
fn the_body_is_dropped_when_it_returns() {
    let (mut task, dropped) = task(|_| Complete(()));
    assert!(!dropped.get());
    assert_eq!(task.resume(), Complete(Exit::Returned));
    assert!(dropped.get());
}

#[test]
fn the_body_is_dropped_when_it_panics() {
    let (mut task, dropped) = task(|_| panic!("smoke"));
    assert_eq!(task.resume(), Complete(Exit::Panicked("smoke".into())));
    assert!(dropped.get());
}

#[test]
fn the_body_is_dropped_with_its_task() {
    let (mut task, dropped) = task(Yielded);
    task.resume();
    assert!(!dropped.get());
    drop(task);
    assert!(dropped.get());
}

#[test]
fn a_body_that_panics_while_it_is_dropped_has_panicked() {
    let grudge = Grudge;
    let (mut task, _) = task(move |_| {
        let _held = &grudge;
        Complete(())
    });
    let exit = Exit::Panicked("not without a fight".into());
    assert_eq!(task.resume(), Complete(exit));
}

#[test]
fn a_live_body_that_panics_while_it_is_dropped_strikes_whoever_drops_its_task() {
    let grudge = Grudge;
    let (mut task, _) = task(move |n| {
        let _held = &grudge;
        Yielded(n)
    });
    task.resume();
    assert!(catch_unwind(AssertUnwindSafe(|| drop(task))).is_err());
}

#[test]
fn a_panic_message_that_panics_while_it_is_dropped_strikes_nobody() {
    let (mut task, _) = task(|_| panic_any(Grudge));
    let exit = Exit::Panicked("a panic without a message".into());
    assert_eq!(task.resume(), Complete(exit));
}

#[test]
fn every_panic_has_a_message() {
    let (mut literal, _) = task(|_| panic!("smoke"));
    let (mut formatted, _) = task(|n| panic!("smoke in console {n}"));
    let (mut other, _) = task(|_| panic_any(42));
    let exit = |task: &mut Task<u32, u32>| match task.resume() {
        Complete(exit) => exit.to_string(),
        Yielded(_) => unreachable!("each of them panics"),
    };
    assert_eq!(exit(&mut literal), "panicked: smoke");
    assert_eq!(exit(&mut formatted), "panicked: smoke in console 0");
    assert_eq!(exit(&mut other), "panicked: a panic without a message");
}

#[test]
fn a_resume_after_the_end_panics_and_runs_nothing() {
    let turns = Rc::new(Cell::new(0));
    let witness = Rc::clone(&turns);
    let (mut task, _) = task(move |_| {
        witness.set(witness.get() + 1);
        panic!("smoke");
    });
    task.resume();
    let again = catch_unwind(AssertUnwindSafe(|| task.resume()));
    let message = *again.unwrap_err().downcast::<String>().unwrap();
    assert_eq!(message, "task 1 resumed after its end");
    assert_eq!(turns.get(), 1);
}
