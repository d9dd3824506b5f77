//! What lies outside: a device wakes tasks, and is asked at the right moments.

use crate::world::{Silence, World, call, tid};
use ch03_task::{Exit, Tid};
use ch05_syscalls::{
    Device, Kernel, KillTask, Refusal, Reply, SystemCall, WaitTask, Yield,
};
use std::cell::RefCell;
use std::rc::Rc;

/// Rings for all who wait, but only when it may block. Notes how it was asked.
#[derive(Default)]
struct Bell {
    waiting: Vec<Tid>,
    asked: Rc<RefCell<Vec<bool>>>,
}

impl Device for Bell {
    fn is_waited_for(&self) -> bool {
        !self.waiting.is_empty()
    }

    fn take_woken(&mut self, block: bool) -> Vec<(Tid, Reply)> {
        self.asked.borrow_mut().push(block);
        let woken = if block { 0.. } else { self.waiting.len().. };
        self.waiting.drain(woken).map(|tid| (tid, Reply::Tid(tid))).collect()
    }

    fn forget(&mut self, tid: Tid) {
        self.waiting.retain(|waiting| *waiting != tid);
    }
}

/// Waits for the bell.
struct WaitBell;

impl SystemCall for WaitBell {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        match kernel.device::<Bell>() {
            Ok(bell) => bell.waiting.push(caller),
            Err(refusal) => {
                kernel.reply(caller, Reply::Refused(refusal));
            }
        }
    }
}

/// A device of another kind.
struct Gong;

impl Device for Gong {
    fn is_waited_for(&self) -> bool {
        false
    }

    fn take_woken(&mut self, _: bool) -> Vec<(Tid, Reply)> {
        unreachable!("nobody waits for it")
    }

    fn forget(&mut self, _: Tid) {}
}

fn with_bell() -> (World, Rc<RefCell<Vec<bool>>>) {
    let (mut world, bell) = (World::default(), Bell::default());
    let asked = Rc::clone(&bell.asked);
    world.kernel.attach(bell);
    (world, asked)
}

#[test]
fn without_a_device_the_call_is_refused() {
    let mut world = World::default();
    world.task("task", [call(WaitBell), call(Yield)]);
    world.run();
    let refused = Reply::Refused(Refusal::NoDevice);
    assert_eq!(world.replies("task"), [refused, Reply::Done]);
}

#[test]
fn with_a_device_of_another_kind_the_call_is_refused() {
    let mut world = World::default();
    world.kernel.attach(Gong);
    world.task("task", [call(WaitBell)]);
    world.run();
    assert_eq!(world.replies("task"), [Reply::Refused(Refusal::NoDevice)]);
}

#[test]
fn the_kernel_sleeps_in_the_device_only_if_nobody_is_ready() {
    let (mut world, asked) = with_bell();
    world.task("sleeper", [call(WaitBell)]);
    world.task("worker", [call(Yield), call(Yield)]);
    world.run();
    assert_eq!(world.replies("sleeper"), [Reply::Tid(tid(1))]);
    assert_eq!(*asked.borrow(), [false, false, true]);
}

#[test]
fn a_device_that_nobody_waits_for_is_not_asked() {
    let (mut world, asked) = with_bell();
    world.task("worker", [call(Yield), call(Yield)]);
    world.run();
    assert!(asked.borrow().is_empty());
}

#[test]
fn the_device_forgets_a_killed_task() {
    let (mut world, asked) = with_bell();
    let sleeper = world.task("sleeper", [call(WaitBell)]);
    let killer = [call(Yield), call(Kill(sleeper)), call(Yield)];
    world.task("killer", killer);
    world.run();
    assert_eq!(world.replies("sleeper"), []);
    assert_eq!(*asked.borrow(), [false]);
}

#[test]
fn a_task_that_was_answered_early_is_not_woken_by_the_device() {
    let (mut world, _) = with_bell();
    world.task("sleeper", [call(WaitBell), call(WaitTask(tid(4)))]);
    world.task("second sleeper", [call(WaitBell), call(KillTask(tid(4)))]);
    world.task("nudge", [call(Nudge(tid(1)))]);
    world.task("child", [call(Silence)]);
    world.run();
    assert_eq!(world.replies("second sleeper"), [Reply::Tid(tid(2)), Reply::Done]);
    assert_eq!(world.replies("sleeper"), [Reply::Done, Reply::Exited(Exit::Killed)]);
}

/// Answers another task's call, whatever it was.
struct Nudge(Tid);

impl SystemCall for Nudge {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        kernel.reply(self.0, Reply::Done);
        kernel.reply(caller, Reply::Done);
    }
}

/// Kills anybody.
struct Kill(Tid);

impl SystemCall for Kill {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        kernel.kill(self.0);
        kernel.reply(caller, Reply::Done);
    }
}

#[test]
fn a_second_device_takes_the_place_of_the_first() {
    let (mut world, _) = with_bell();
    world.task("sleeper", [call(WaitBell)]);
    world.task("worker", [call(Yield), call(Attach)]);
    let deadlock = world.kernel.run().unwrap_err();
    assert_eq!(deadlock.stuck[0].waits_for, None);
    assert_eq!(world.alive(), 1);
}

/// Attaches a gong.
struct Attach;

impl SystemCall for Attach {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        kernel.attach(Gong);
        kernel.reply(caller, Reply::Done);
    }
}
