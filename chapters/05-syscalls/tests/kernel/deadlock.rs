//! Nobody can go on: the kernel says so, and who waits for what.

use crate::world::{Silence, World, call, fail, tid};
use ch03_task::{Exit, Tid};
use ch05_syscalls::{Deadlock, Kernel, Reply, Stuck, SystemCall, WaitTask, Yield};

/// `WaitTask` without the rule.
struct WaitAnybody(Tid);

impl SystemCall for WaitAnybody {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        kernel.reply_on_exit(caller, self.0);
    }
}

fn stuck(number: u64, name: &str, waits_for: Option<u64>) -> Stuck {
    Stuck { tid: tid(number), name: name.into(), waits_for: waits_for.map(tid) }
}

/// Three tasks in a ring, and one that waits for one of them.
fn ring() -> World {
    let mut world = World::default();
    world.task("onlooker", [call(WaitTask(tid(3)))]);
    world.task("a", [call(WaitAnybody(tid(3)))]);
    world.task("b", [call(WaitAnybody(tid(4)))]);
    world.task("c", [call(WaitAnybody(tid(2)))]);
    world
}

#[test]
fn a_deadlock_names_every_stuck_task_and_what_it_waits_for() {
    let deadlock = ring().kernel.run().unwrap_err();
    let all = [
        stuck(1, "onlooker", Some(3)),
        stuck(2, "a", Some(3)),
        stuck(3, "b", Some(4)),
        stuck(4, "c", Some(2)),
    ];
    assert_eq!(deadlock.stuck, all);
    let report = "deadlock:\n  \
        task 1 (onlooker) waits for task 3 to end\n  \
        task 2 (a) waits for task 3 to end\n  \
        task 3 (b) waits for task 4 to end\n  \
        task 4 (c) waits for task 2 to end";
    assert_eq!(deadlock.to_string(), report);
}

#[test]
fn a_call_without_an_answer_is_reported_too() {
    let mut world = World::default();
    world.task("patient", [call(Silence)]);
    let deadlock = world.kernel.run().unwrap_err();
    let report =
        "deadlock:\n  task 1 (patient) waits for a reply that nobody will send";
    assert_eq!(deadlock.to_string(), report);
}

#[test]
fn a_task_that_waits_for_itself_is_a_ring_of_one() {
    let mut world = World::default();
    world.task("mirror", [call(WaitAnybody(tid(1)))]);
    let stuck = vec![stuck(1, "mirror", Some(1))];
    assert_eq!(world.kernel.run(), Err(Deadlock { stuck }));
}

#[test]
fn it_is_reported_when_nobody_else_can_go_on() {
    let mut world = ring();
    world.task("busy", [call(Yield), call(Yield)]);
    assert_eq!(world.kernel.run().unwrap_err().stuck.len(), 4);
    assert_eq!(world.replies("busy").len(), 2);
}

#[test]
fn a_kill_opens_the_ring() {
    let mut world = ring();
    assert!(world.kernel.run().is_err());
    world.kernel.kill(tid(3));
    world.run();
    assert_eq!(world.replies("onlooker"), [Reply::Exited(Exit::Killed)]);
    assert_eq!(world.replies("a"), [Reply::Exited(Exit::Killed)]);
    assert_eq!(world.replies("c"), [Reply::Exited(Exit::Returned)]);
}

/// Waits for one task, then thinks better of it.
struct WaitForSecond(Tid, Tid);

impl SystemCall for WaitForSecond {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        kernel.reply_on_exit(caller, self.0);
        kernel.reply_on_exit(caller, self.1);
    }
}

#[test]
fn a_second_wait_takes_the_place_of_the_first() {
    let mut world = World::default();
    world.task("waiter", [call(WaitForSecond(tid(2), tid(3)))]);
    world.task("first", []);
    world.task("second", [call(Yield), fail("second")]);
    world.run();
    let exit = Exit::Panicked("second".into());
    assert_eq!(world.replies("waiter"), [Reply::Exited(exit)]);
}
