//! The calls where there is no reactor, and two calls made one.

use crate::rig::{World, call, first, ms, nap, pair, read, tid, write};
use ch03_task::Tid;
use ch05_syscalls::{Kernel, Reply, SystemCall, WaitTask, Yield};
use ch06_sleep_and_io::{Clock, Sleep, WaitRead, WaitWrite};
use std::io::ErrorKind;
use std::net::TcpStream;
use std::rc::Rc;
use std::time::Duration;

#[test]
fn a_kernel_without_a_reactor_refuses() {
    let (near, _far) = pair();
    let mut world = World::without_reactor();
    world.task("sleep", [call(Sleep(ms(10)))]);
    world.task("read", [call(WaitRead(near.clone()))]);
    world.task("write", [call(WaitWrite(near))]);
    assert_eq!(world.run(), Ok(()));
    let refusal = "no device is attached that can do this";
    let lines = ["sleep", "read", "write"].map(|call| format!("{call}: {refusal}"));
    assert_eq!(world.log(), lines);
}

/// Waits for a socket, but not longer than so long: two calls in one.
struct ReadWithin(Rc<TcpStream>, Duration);

impl SystemCall for ReadWithin {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        Box::new(Sleep(self.1)).handle(caller, kernel);
        Box::new(WaitRead(self.0)).handle(caller, kernel);
    }
}

#[test]
fn of_two_waits_the_first_ends_both() {
    let (near, far) = pair();
    let mut world = World::new(Clock::stopped());
    let within = |millis| call(ReadWithin(near.clone(), ms(millis)));
    let (early, late) = (near.clone(), near.clone());
    world.task("waiter", [call(WaitTask(tid(2)))]);
    world.task(
        "reader",
        [
            within(100),
            first(
                move || assert_eq!(read(&early), Err(ErrorKind::WouldBlock)),
                within(1000),
            ),
            first(move || assert_eq!(read(&late), Ok("hey".into())), nap(3000)),
        ],
    );
    let speak = first(move || drop(write(&far, "hey")), nap(10_000));
    world.task("speaker", [nap(500), speak]);
    assert_eq!(world.run(), Ok(()));
    // 500 + 3000: the timer of the second wait, at 1100, did not cut the nap short.
    assert_eq!(world.log()[3..5], ["reader goes on", "waiter: the other returned"]);
    assert_eq!(world.now(), ms(10_500));
}

/// Lets a task go on, whatever it waits for.
struct Nudge(Tid);

impl SystemCall for Nudge {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        kernel.reply(self.0, Reply::Done);
        kernel.reply(caller, Reply::Done);
    }
}

/// A stale wake: what was waited for earlier answers a later call.
#[test]
fn a_wait_that_was_cut_short_wakes_nobody_later() {
    let (near, far) = pair();
    let mut world = World::new(Clock::stopped());
    let speak = first(move || drop(write(&far, "hey")), call(Yield));
    let nudge = || call(Nudge(tid(2)));
    world.task("nudger", [call(Yield), nudge(), nudge(), speak, nap(300)]);
    let waits = [nap(100), call(WaitRead(near)), call(WaitTask(tid(3)))];
    world.task("sleeper", waits);
    world.task("long", [nap(200)]);
    assert_eq!(world.run(), Ok(()));
    let log = world.log();
    let slept: Vec<_> = log.iter().filter(|line| line.contains("sleeper")).collect();
    let order = ["sleeper goes on", "sleeper goes on", "sleeper: the other returned"];
    assert_eq!(slept, order, "the timer at 100 and the socket are forgotten");
}

#[test]
fn a_name_for_the_trace() {
    assert_eq!(Sleep(ms(1)).name(), "Sleep");
    assert_eq!(WaitRead(pair().0).name(), "WaitRead");
    assert_eq!(Yield.name(), "Yield");
}
