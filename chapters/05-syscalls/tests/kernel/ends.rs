//! However a task ends, its waiters learn of it, and nothing of it is left.

use crate::world::{Silence, World, call, fail, tid};
use ch03_task::{Exit, Tid};
use ch05_syscalls::{
    GetTid, Kernel, KillTask, NewTask, Reply, SystemCall, WaitTask, Yield, trap,
};

fn exited(exit: Exit) -> Reply {
    Reply::Exited(exit)
}

#[test]
fn waiters_learn_that_a_task_returned() {
    let mut world = World::default();
    world.task("waiter", [call(WaitTask(tid(3)))]);
    world.task("waiter", [call(WaitTask(tid(3)))]);
    world.task("child", [call(Yield)]);
    world.run();
    assert_eq!(
        world.replies("waiter"),
        [exited(Exit::Returned), exited(Exit::Returned)]
    );
}

#[test]
fn waiters_learn_that_a_task_panicked_and_the_kernel_lives_on() {
    let mut world = World::default();
    world.task("waiter", [call(WaitTask(tid(2)))]);
    world.task("child", [call(Yield), fail("on purpose")]);
    world.task("bystander", [call(Yield), call(Yield), call(GetTid)]);
    world.run();
    let panicked = Exit::Panicked("on purpose".into());
    assert_eq!(world.replies("waiter"), [exited(panicked)]);
    assert_eq!(world.replies("bystander").last(), Some(&Reply::Tid(tid(3))));
}

#[test]
fn waiters_learn_that_a_task_was_killed() {
    let mut world = World::default();
    world.task("killer", [call(Yield), call(KillTask(tid(3)))]);
    world.task("waiter", [call(WaitTask(tid(3)))]);
    world.task("child", [call(Yield), call(Yield), call(Yield)]);
    world.run();
    assert_eq!(world.replies("waiter"), [exited(Exit::Killed)]);
}

/// Panics when it is dropped.
struct Grudge;

impl Drop for Grudge {
    fn drop(&mut self) {
        panic!("not without a fight");
    }
}

#[test]
fn waiters_learn_of_a_kill_whose_victim_panics() {
    let mut world = World::default();
    let grudge = Grudge;
    let held = Box::new(move || {
        let _held = &grudge;
        trap(Yield)
    });
    world.task("killer", [call(Yield), call(KillTask(tid(3)))]);
    world.task("waiter", [call(WaitTask(tid(3)))]);
    world.task("victim", [call(Yield), call(Yield), held]);
    world.run();
    assert_eq!(world.replies("killer"), [Reply::Done, Reply::Done]);
    assert_eq!(world.replies("waiter"), [exited(Exit::Killed)]);
}

#[test]
fn waiters_go_on_in_the_order_in_which_they_came() {
    let mut world = World::default();
    world.task("late", [call(Yield), call(WaitTask(tid(3)))]);
    world.task("early", [call(WaitTask(tid(3)))]);
    world.task("child", [call(Yield), call(Yield), call(Yield)]);
    world.run();
    let log = world.log().into_iter();
    let woken = log.filter(|(_, reply)| matches!(reply, Reply::Exited(_)));
    let names: Vec<&str> = woken.map(|(name, _)| name).collect();
    assert_eq!(names, ["early", "late"]);
}

#[test]
fn a_task_killed_while_it_is_ready_has_no_further_turn() {
    let mut world = World::default();
    world.task("killer", [call(KillTask(tid(2))), call(Yield)]);
    world.task("victim", [fail("it had a turn")]);
    world.run();
    assert_eq!(world.replies("killer"), [Reply::Done, Reply::Done]);
    assert_eq!(world.replies("victim"), []);
}

#[test]
fn a_killed_task_is_dropped_at_once() {
    let mut world = World::default();
    let victim = world.task("victim", [call(Yield)]);
    assert_eq!(world.alive(), 1);
    world.kernel.kill(victim);
    assert_eq!(world.alive(), 0);
    world.run();
}

#[test]
fn the_wait_of_a_killed_task_leaves_nothing_behind() {
    let mut world = World::default();
    world.task("killer", [call(Yield), call(KillTask(tid(2)))]);
    world.task("victim", [call(WaitTask(tid(3)))]);
    world.task("child", [call(Yield), call(Yield), call(Yield), call(Yield)]);
    let peek = call(Peek(tid(2)));
    world.task("witness", [call(Yield), call(Yield), peek]);
    world.run();
    assert_eq!(world.replies("victim"), []);
}

/// Looks that nobody is known to wait under this number.
struct Peek(Tid);

impl SystemCall for Peek {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        assert_eq!(kernel.waits_for(self.0), None);
        kernel.reply(caller, Reply::Done);
    }
}

#[test]
fn the_waiters_of_a_killed_waiter_learn_of_it() {
    let mut world = World::default();
    world.task("killer", [call(Yield), call(KillTask(tid(3)))]);
    world.task("outer", [call(WaitTask(tid(3)))]);
    world.task("inner", [call(WaitTask(tid(4)))]);
    world.task("child", [call(Yield), call(Yield), call(Yield)]);
    world.run();
    assert_eq!(world.replies("outer"), [exited(Exit::Killed)]);
    assert_eq!(world.replies("inner"), []);
}

#[test]
fn an_orphan_lives_on() {
    let mut world = World::default();
    let orphan = world.script("orphan", [call(Yield), call(Yield), call(GetTid)]);
    world.task("parent", [call(NewTask("orphan", orphan))]);
    world.run();
    assert_eq!(world.replies("orphan").len(), 3);
}

#[test]
fn a_kernel_takes_its_tasks_along() {
    let mut world = World::default();
    world.task("ready", [call(Yield)]);
    world.task("ready", [call(Yield)]);
    assert_eq!(world.alive(), 2);
    world.kernel = Kernel::new();
    assert_eq!(world.alive(), 0);
}

/// Answers another task's call, whatever it was.
struct Nudge(Tid);

impl SystemCall for Nudge {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        assert!(kernel.reply(self.0, Reply::Done));
        assert!(!kernel.reply(self.0, Reply::Done), "it has its reply already");
        kernel.reply(caller, Reply::Done);
    }
}

#[test]
fn a_task_that_was_answered_early_is_not_woken_by_what_it_waited_for() {
    let mut world = World::default();
    world.task("waiter", [call(WaitTask(tid(3))), call(Silence)]);
    let nudge = || call(Nudge(tid(1)));
    let after_the_end = [nudge(), call(Yield), call(Yield), call(Yield), nudge()];
    world.task("nudge", after_the_end);
    world.task("first", [call(Yield), call(Yield)]);
    world.run();
    assert_eq!(world.replies("waiter"), [Reply::Done, Reply::Done]);
}
