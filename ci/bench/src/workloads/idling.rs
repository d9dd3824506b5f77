//! Tasks that wait for ever.

use super::{detach, run, spawn};
use crate::process::resident_bytes;
use crate::yielding::yield_now;
use std::future::pending;
use std::hint::black_box;

/// Bytes a task, its future's eight included. Needs a process that has done nothing before, and
/// leaves one that holds the tasks.
pub fn wait_for_ever(tasks: usize) -> f64 {
    run(async move {
        let before = resident_bytes();
        for number in 0..tasks {
            detach(spawn(async move {
                pending::<()>().await;
                black_box(number);
            }));
            if number % 1_000 == 999 {
                yield_now().await; // so that each task has been polled
            }
        }
        yield_now().await;
        (resident_bytes() - before) / tasks as f64
    })
}
