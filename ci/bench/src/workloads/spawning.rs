//! Tasks that end at once.

use super::{join, run, spawn};
use crate::clock::nanoseconds_each;
use std::hint::black_box;
use std::time::Instant;

/// Nanoseconds from the spawn of a task to its result, `at_once` of them alive together.
pub fn spawn_and_join(at_once: usize, tasks: usize) -> f64 {
    run(async move {
        let start = Instant::now();
        let mut running = Vec::with_capacity(at_once);
        let mut sum = 0;
        for _ in 0..tasks / at_once {
            for number in 0..at_once {
                running.push(spawn(async move { black_box(number) }));
            }
            for task in running.drain(..) {
                sum += join(task).await;
            }
        }
        assert_eq!(sum, at_once * (at_once - 1) / 2 * (tasks / at_once));
        nanoseconds_each(start, tasks)
    })
}
