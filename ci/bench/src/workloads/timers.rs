//! Timers that fire and timers that do not. A runtime's file supplies `sleep`.

use super::{join, run, sleep, spawn};
use crate::clock::nanoseconds_each;
use crate::random::Random;
use crate::workload::Kind;
use crate::yielding::poll_once;
use std::time::{Duration, Instant};

/// One turn; `None` if it is about something else.
pub fn turn(kind: Kind, operations: usize) -> Option<Vec<f64>> {
    let sample = match kind {
        Kind::Sleepers => sleepers(operations),
        Kind::Cancel => create_then_cancel(operations),
        Kind::Churn => churn(operations),
        _ => return None,
    };
    Some(vec![sample])
}

/// Nanoseconds a sleeper: spawned, asleep, woken, joined. They are due in random order, within
/// 100 ns times their number: a million of them within a tenth of a second.
fn sleepers(tasks: usize) -> f64 {
    run(async move {
        let mut random = Random::new();
        let start = Instant::now();
        let mut sleeping = Vec::with_capacity(tasks);
        for _ in 0..tasks {
            let time = Duration::from_nanos(random.below(100 * tasks as u64));
            sleeping.push(spawn(async move { sleep(time).await }));
        }
        for task in sleeping {
            join(task).await;
        }
        nanoseconds_each(start, tasks)
    })
}

/// Nanoseconds a timer: all are created, due in 10 s to 110 s, then all are dropped.
fn create_then_cancel(timers: usize) -> f64 {
    const STRIDE: usize = 611_953; // a prime, so every timer has its turn, in no order
    run(async move {
        let mut random = Random::new();
        let start = Instant::now();
        let mut waiting = Vec::with_capacity(timers);
        for _ in 0..timers {
            let time = Duration::from_micros(10_000_000 + random.below(100_000_000));
            let mut timer = Box::pin(sleep(time));
            poll_once(timer.as_mut()).await;
            waiting.push(Some(timer));
        }
        for turn in 0..timers {
            waiting[turn * STRIDE % timers] = None;
        }
        nanoseconds_each(start, timers)
    })
}

/// Nanoseconds a timer, as requests use them: it is due in 30 s, and cancelled long before.
fn churn(timers: usize) -> f64 {
    const REQUESTS: usize = 1_000;
    run(async move {
        let mut waiting: Vec<_> = (0..REQUESTS).map(|_| None).collect();
        let start = Instant::now();
        for number in 0..timers {
            let mut timer = Box::pin(sleep(Duration::from_secs(30)));
            poll_once(timer.as_mut()).await;
            waiting[number % REQUESTS] = Some(timer);
        }
        nanoseconds_each(start, timers)
    })
}
