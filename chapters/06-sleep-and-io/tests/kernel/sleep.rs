//! Who sleeps, for how long, and what becomes of them.

use crate::rig::{World, call, last, ms, nap, tid};
use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch05_syscalls::{KillTask, Reply, Trap, WaitTask, Yield, trap};
use ch06_sleep_and_io::{Clock, Sleep};
use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

#[test]
fn the_shorter_sleep_is_over_first() {
    let mut world = World::new(Clock::stopped());
    world.task("long", [nap(300)]);
    world.task("short", [nap(100)]);
    world.task("middle", [nap(200)]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(world.log(), ["short goes on", "middle goes on", "long goes on"]);
    assert_eq!(world.now(), ms(300));
}

#[test]
fn at_equal_deadlines_the_one_that_was_set_first_is_first() {
    let mut world = World::new(Clock::stopped());
    world.task("set at 200", [nap(200), nap(400)]);
    world.task("set at 100", [nap(100), nap(500)]);
    world.task("set at 0", [nap(600)]);
    assert_eq!(world.run(), Ok(()));
    let order = ["set at 0 goes on", "set at 100 goes on", "set at 200 goes on"];
    assert_eq!(world.log()[2..], order);
}

#[test]
fn no_time_at_all_is_a_turn_for_the_others() {
    let mut world = World::new(Clock::stopped());
    world.task("zero", [nap(0)]);
    world.task("other", [call(Yield)]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(world.log(), ["other goes on", "zero goes on"]);
    assert_eq!(world.now(), Duration::ZERO);
}

#[test]
fn virtual_time_stands_still_while_somebody_is_ready() {
    let mut world = World::new(Clock::stopped());
    world.task("sleeper", [nap(1)]);
    world.task("busy", [call(Yield), call(Yield), call(Yield)]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(world.log().last(), Some(&"sleeper goes on".into()));
}

#[test]
fn the_computers_clock_is_waited_for_exactly_so_long() {
    let mut world = World::new(Clock::system());
    world.task("sleeper", [nap(50), nap(50)]);
    let start = Instant::now();
    assert_eq!(world.run(), Ok(()));
    let slept = start.elapsed();
    assert!(slept >= ms(100), "too short: {slept:?}");
    assert!(slept < ms(1000), "far too long: {slept:?}");
}

/// Yields until it is told to stop, or ten seconds are over.
struct Busy(Rc<Cell<bool>>, Instant);

impl Coroutine<Reply> for Busy {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        match self.0.get() || self.1.elapsed() > ms(10_000) {
            true => Complete(()),
            false => trap(Yield),
        }
    }
}

#[test]
fn busy_neighbours_do_not_keep_a_sleeper_asleep() {
    let mut world = World::new(Clock::system());
    let stop = Rc::default();
    world.kernel.create_task("busy", Busy(Rc::clone(&stop), Instant::now()));
    world.task("sleeper", [nap(20), last(move || stop.set(true))]);
    let start = Instant::now();
    assert_eq!(world.run(), Ok(()));
    assert!(start.elapsed() < ms(5_000), "nobody asked the reactor");
}

#[test]
fn who_sleeps_for_ever_can_be_killed() {
    let mut world = World::new(Clock::system());
    world.task("killer", [nap(10), call(KillTask(tid(2)))]);
    world.task("sleeper", [call(Sleep(Duration::MAX))]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(world.log(), ["killer goes on", "killer goes on"]);
}

#[test]
fn a_killed_sleeper_leaves_no_timer_behind() {
    let mut world = World::new(Clock::stopped());
    world.task("killer", [nap(10), call(KillTask(tid(2))), nap(10)]);
    world.task("sleeper", [nap(3_600_000)]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(world.now(), ms(20), "the kernel waited for a dead task's timer");
}

#[test]
fn who_waits_for_a_killed_sleeper_learns_of_it() {
    let mut world = World::new(Clock::stopped());
    world.task("killer", [nap(10), call(KillTask(tid(3)))]);
    world.task("waiter", [call(WaitTask(tid(3)))]);
    world.task("sleeper", [nap(3_600_000)]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(world.log()[1], "waiter: the other was killed");
    assert_eq!(world.now(), ms(10));
}

#[test]
fn a_sleeper_is_dropped_where_it_sleeps() {
    let mut world = World::new(Clock::stopped());
    let sleeper = world.task("sleeper", [nap(1000)]);
    assert_eq!(world.alive(), 1);
    world.kernel.kill(sleeper);
    assert_eq!(world.alive(), 0);
    assert_eq!(world.run(), Ok(()));
}
