//! Times and timers at their limits.

use crate::rig::{World, call, last, ms, nap, pair, tid, write};
use ch05_syscalls::KillTask;
use ch06_sleep_and_io::{Clock, Sleep, TimerKey, Timers, WaitRead};
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

/// Every one of `0..count` once, in an order that looks like none.
fn shuffled(count: u64) -> impl Iterator<Item = u64> {
    // A prime that divides no power of ten.
    (0..count).map(move |n| n * 7919 % count)
}

#[test]
fn sleeps_up_to_the_end_of_time_are_over_in_their_order() {
    let ages = [
        Duration::MAX,
        Duration::MAX - Duration::from_nanos(1),
        Duration::from_secs(u64::MAX),
        Duration::from_secs(i64::MAX as u64),
        Duration::from_secs(i32::MAX as u64),
        Duration::from_nanos(1),
        Duration::ZERO,
    ];
    let mut world = World::new(Clock::stopped());
    let woken = Rc::new(RefCell::new(Vec::new()));
    for age in ages {
        let woken = Rc::clone(&woken);
        let wake = last(move || woken.borrow_mut().push(age));
        world.task("sleeper", [call(Sleep(age)), wake]);
    }
    assert_eq!(world.run(), Ok(()));
    assert!(woken.borrow().iter().eq(ages.iter().rev()), "{woken:?}");
    assert_eq!(world.now(), Duration::MAX);
}

#[test]
fn after_the_end_of_time_every_sleep_is_over_at_once() {
    let mut world = World::new(Clock::stopped());
    let ages = || [call(Sleep(Duration::MAX)), call(Sleep(Duration::MAX)), nap(1)];
    world.task("old", ages());
    world.task("older", ages());
    assert_eq!(world.run(), Ok(()));
    let log = world.log();
    assert_eq!(log.len(), 6);
    assert!(log.chunks(2).all(|turns| turns == ["old goes on", "older goes on"]));
}

/// The computer's clock will not get there: the kernel sleeps until something comes.
#[test]
fn an_endless_sleep_keeps_no_reader_from_waking() {
    for seconds in [u64::MAX, 1 << 63, i64::MAX as u64, 1 << 40, i32::MAX as u64] {
        let (near, far) = pair();
        let mut world = World::new(Clock::system());
        world.task("reader", [call(WaitRead(near)), call(KillTask(tid(2)))]);
        world.task("sleeper", [call(Sleep(Duration::from_secs(seconds)))]);
        let far = Rc::into_inner(far).expect("the only owner");
        let speaker = thread::spawn(move || {
            thread::sleep(ms(20));
            write(&far, "hey")
        });
        assert_eq!(world.run(), Ok(()));
        assert_eq!(world.log(), ["reader goes on", "reader goes on"]);
        assert_eq!(speaker.join().expect("no panic").expect("room"), 3);
    }
}

#[test]
fn timers_in_the_past_are_due_in_the_order_of_their_deadlines() {
    let mut timers = Timers::new();
    for time in shuffled(100) {
        timers.insert(ms(time), time);
    }
    let now = Duration::from_secs(3600);
    let due: Vec<u64> = std::iter::from_fn(|| timers.pop_due(now)).collect();
    assert!(due.iter().copied().eq(0..100), "{due:?}");
}

fn equal_deadlines(count: u64) {
    let mut timers = Timers::new();
    for number in 0..count {
        timers.insert(Duration::MAX, number);
    }
    assert_eq!(timers.pop_due(Duration::MAX - Duration::from_nanos(1)), None);
    for number in 0..count {
        assert_eq!(
            timers.pop_due(Duration::MAX),
            Some(number),
            "first come, first served"
        );
    }
    assert!(timers.is_empty());
}

#[test]
fn ten_thousand_equal_deadlines() {
    equal_deadlines(10_000);
}

#[test]
#[ignore = "a million timers"]
fn a_million_equal_deadlines() {
    equal_deadlines(1_000_000);
}

/// Every other timer is cancelled, in no order. The rest is due in its own.
fn cancelled_in_random_order(count: u64) {
    let mut timers = Timers::new();
    let deadline = |number: u64| ms(number * 104_729 % 1000);
    let keys: Vec<TimerKey> =
        (0..count).map(|number| timers.insert(deadline(number), number)).collect();
    for number in shuffled(count).filter(|number| number % 2 == 1) {
        let key = keys[number as usize];
        assert_eq!(timers.cancel(key), Some(number));
        assert_eq!(timers.cancel(key), None, "it is cancelled already");
    }
    let due = std::iter::from_fn(|| timers.pop_due(Duration::MAX));
    let due: Vec<(Duration, u64)> =
        due.map(|number| (deadline(number), number)).collect();
    assert!(due.is_sorted(), "by deadline, and those that are equal as they came");
    assert_eq!(due.len() as u64, count / 2);
    assert!(keys.iter().all(|key| timers.cancel(*key).is_none()), "a stale key");
}

#[test]
fn ten_thousand_timers_half_of_them_cancelled_in_random_order() {
    cancelled_in_random_order(10_000);
}

#[test]
#[ignore = "a million timers"]
fn a_million_timers_half_of_them_cancelled_in_random_order() {
    cancelled_in_random_order(1_000_000);
}

#[test]
#[ignore = "a million tasks"]
fn a_million_sleepers_wake_in_the_order_in_which_they_fell_asleep() {
    let mut world = World::new(Clock::stopped());
    let next = Rc::new(RefCell::new(0..1_000_000));
    for number in 0..1_000_000 {
        let next = Rc::clone(&next);
        let wake = last(move || assert_eq!(next.borrow_mut().next(), Some(number)));
        world.task("sleeper", [nap(1), wake]);
    }
    assert_eq!(world.run(), Ok(()));
    assert_eq!(next.borrow_mut().next(), None);
}

#[test]
fn a_clock_starts_at_zero_and_never_goes_back() {
    let (start, clock) = (Instant::now(), Clock::system());
    let times: Vec<Duration> = (0..1000).map(|_| clock.now()).collect();
    assert!(times.is_sorted());
    assert!(times[999] <= start.elapsed());
}
