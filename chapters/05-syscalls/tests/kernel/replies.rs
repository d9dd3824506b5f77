//! What each call is answered, whoever it is about.

use crate::world::{World, call, fail, tid};
use ch03_task::{Exit, Tid};
use ch05_syscalls::{
    GetTid, KillTask, NewTask,
    Refusal::{self, AlreadyEnded, NoSuchTask, PermissionDenied},
    Reply, WaitTask, Yield,
};

const OLDER: u64 = 1;
const OLDER_AND_ENDED: u64 = 2;
const OWN: u64 = 3;
const ENDED: u64 = 4;
const PANICKED: u64 = 5;
const KILLED: u64 = 6;
const ALIVE: u64 = 7;
const UNKNOWN: u64 = 8;

/// What `caller` is answered to its call about the task with this number.
fn ask<C: ch05_syscalls::SystemCall + 'static>(
    about: impl Fn(Tid) -> C,
    number: u64,
) -> Reply {
    let mut world = World::default();
    let wait = || call(Yield);
    world.task("older", [wait(), wait(), wait(), wait(), call(KillTask(tid(ALIVE)))]);
    world.task("older", []);
    world.task(
        "caller",
        [call(KillTask(tid(KILLED))), wait(), call(about(tid(number)))],
    );
    world.task("ended", []);
    world.task("panicked", [fail("on purpose")]);
    world.task("killed", [wait()]);
    world.task("alive", [wait(), wait(), wait(), wait(), wait(), wait()]);
    world.run();
    world.replies("caller").pop().expect("a reply")
}

fn refused(refusal: Refusal) -> Reply {
    Reply::Refused(refusal)
}

#[test]
fn kill_task() {
    assert_eq!(ask(KillTask, ALIVE), Reply::Done);
    assert_eq!(ask(KillTask, OWN), refused(PermissionDenied));
    assert_eq!(ask(KillTask, OLDER), refused(PermissionDenied));
    assert_eq!(ask(KillTask, OLDER_AND_ENDED), refused(PermissionDenied));
    assert_eq!(ask(KillTask, 0), refused(PermissionDenied));
    assert_eq!(ask(KillTask, ENDED), refused(AlreadyEnded));
    assert_eq!(ask(KillTask, PANICKED), refused(AlreadyEnded));
    assert_eq!(ask(KillTask, KILLED), refused(AlreadyEnded));
    assert_eq!(ask(KillTask, UNKNOWN), refused(NoSuchTask));
    assert_eq!(ask(KillTask, u64::MAX), refused(NoSuchTask));
}

#[test]
fn wait_task() {
    assert_eq!(ask(WaitTask, ALIVE), Reply::Exited(Exit::Killed));
    assert_eq!(ask(WaitTask, OWN), refused(PermissionDenied));
    assert_eq!(ask(WaitTask, OLDER), refused(PermissionDenied));
    assert_eq!(ask(WaitTask, OLDER_AND_ENDED), refused(PermissionDenied));
    assert_eq!(ask(WaitTask, 0), refused(PermissionDenied));
    assert_eq!(ask(WaitTask, ENDED), refused(AlreadyEnded));
    assert_eq!(ask(WaitTask, PANICKED), refused(AlreadyEnded));
    assert_eq!(ask(WaitTask, KILLED), refused(AlreadyEnded));
    assert_eq!(ask(WaitTask, UNKNOWN), refused(NoSuchTask));
    assert_eq!(ask(WaitTask, u64::MAX), refused(NoSuchTask));
}

#[test]
fn a_number_that_is_given_later_is_unknown_until_then() {
    let mut world = World::default();
    let child = world.script("child", []);
    let steps =
        [call(WaitTask(tid(2))), call(NewTask("child", child)), call(WaitTask(tid(2)))];
    world.task("parent", steps);
    world.run();
    let replies = [refused(NoSuchTask), Reply::Tid(tid(2)), refused(AlreadyEnded)];
    assert_eq!(world.replies("parent"), replies);
}

#[test]
fn everybody_learns_their_own_number() {
    let mut world = World::default();
    world.task("first", [call(GetTid)]);
    world.task("second", [call(GetTid)]);
    world.run();
    assert_eq!(world.replies("first"), [Reply::Tid(tid(1))]);
    assert_eq!(world.replies("second"), [Reply::Tid(tid(2))]);
}

#[test]
fn a_reply_is_sent_once() {
    let mut world = World::default();
    world.task("task", [call(GetTid), call(Yield), call(Yield)]);
    world.run();
    let replies = [Reply::Tid(tid(1)), Reply::Done, Reply::Done];
    assert_eq!(world.replies("task"), replies);
}

#[test]
fn a_child_runs_before_its_parent_goes_on() {
    let mut world = World::default();
    let child = world.script("child", [call(GetTid)]);
    world.task("parent", [call(NewTask("child", child)), call(Yield)]);
    world.run();
    let log = [
        ("parent", Reply::Tid(tid(2))),
        ("child", Reply::Tid(tid(2))),
        ("parent", Reply::Done),
    ];
    assert_eq!(world.log(), log);
}
