//! Tasks that do nothing but yield.

use super::{join, run, spawn};
use crate::clock::nanoseconds_each;
use crate::yielding::yield_now;
use std::time::Instant;

/// Nanoseconds a yield: `tasks` tasks share `yields` yields.
pub fn take(tasks: usize, yields: usize) -> f64 {
    let each = yields / tasks;
    run(async move {
        let mut running = Vec::with_capacity(tasks);
        for _ in 0..tasks {
            running.push(spawn(async move {
                for _ in 0..=each {
                    yield_now().await;
                }
            }));
        }
        yield_now().await; // all have begun, and yielded once
        let start = Instant::now();
        for task in running {
            join(task).await;
        }
        nanoseconds_each(start, tasks * each)
    })
}
