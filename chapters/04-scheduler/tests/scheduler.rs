//! Coming, going and waiting, one case each.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Countdown, Generator,
};
use ch03_task::Exit;
use ch04_scheduler::{Scheduler, Turn};

/// Never ends, and panics when it is dropped.
struct SoreLoser;

impl Generator for SoreLoser {
    type Yield = u32;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<u32, ()> {
        Yielded(0)
    }
}

impl Drop for SoreLoser {
    fn drop(&mut self) {
        panic!("not fair");
    }
}

#[test]
fn a_number_is_never_given_twice() {
    let mut scheduler: Scheduler<u32> = Scheduler::new();
    let first = scheduler.create_task("first", Countdown::from(1));
    scheduler.kill(first);
    assert_ne!(
        scheduler.create_task("second", Countdown::from(1)),
        first,
        "a stale number in a queue must not reach a new task"
    );
}

#[test]
fn a_task_killed_while_it_is_ready_is_skipped() {
    let mut scheduler: Scheduler<u32> = Scheduler::new();
    let first = scheduler.create_task("first", Countdown::from(1));
    let second = scheduler.create_task("second", Countdown::from(1));
    assert!(scheduler.kill(first));
    assert_eq!(scheduler.step().unwrap().tid, second);
}

#[test]
fn a_task_killed_while_it_is_suspended_cannot_be_made_ready() {
    let mut scheduler: Scheduler<u32> = Scheduler::new();
    let tid = scheduler.create_task("waits", Countdown::from(1));
    scheduler.resume_next();
    assert!(scheduler.kill(tid));
    assert!(!scheduler.make_ready(tid, ()));
    assert!(scheduler.resume_next().is_none());
}

#[test]
fn a_task_made_ready_twice_has_one_turn() {
    let mut scheduler: Scheduler<u32> = Scheduler::new();
    let tid = scheduler.create_task("waits", Countdown::from(3));
    scheduler.resume_next();
    assert!(scheduler.make_ready(tid, ()));
    assert!(!scheduler.make_ready(tid, ()), "it is ready already");
    assert!(scheduler.resume_next().is_some());
    assert!(scheduler.resume_next().is_none());
}

#[test]
fn round_robin_leaves_suspended_tasks_alone() {
    let mut scheduler: Scheduler<u32> = Scheduler::new();
    let waits = scheduler.create_task("waits", Countdown::from(1));
    scheduler.create_task("runs", Countdown::from(3));
    scheduler.resume_next();
    scheduler.run();
    assert!(scheduler.make_ready(waits, ()), "it still waits");
    let state = Complete(Exit::Returned);
    assert_eq!(scheduler.step(), Some(Turn { tid: waits, state }));
}

#[test]
fn a_panic_in_drop_does_not_reach_who_kills() {
    let mut scheduler: Scheduler<u32> = Scheduler::new();
    let loser = scheduler.create_task("sore loser", SoreLoser);
    let other = scheduler.create_task("other", Countdown::from(1));
    scheduler.step();
    assert!(scheduler.kill(loser));
    assert_eq!(scheduler.step().unwrap().tid, other);
}

/// Never ends, and when it is dropped throws something that panics when it is dropped.
struct SorerLoser;

impl Generator for SorerLoser {
    type Yield = u32;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<u32, ()> {
        Yielded(0)
    }
}

impl Drop for SorerLoser {
    fn drop(&mut self) {
        std::panic::panic_any(SoreLoser);
    }
}

#[test]
fn a_panic_in_the_drop_of_what_a_drop_has_thrown_does_not_reach_who_kills() {
    let mut scheduler: Scheduler<u32> = Scheduler::new();
    let loser = scheduler.create_task("sorer loser", SorerLoser);
    let other = scheduler.create_task("other", Countdown::from(1));
    assert!(scheduler.kill(loser));
    assert_eq!(scheduler.step().unwrap().tid, other);
}
