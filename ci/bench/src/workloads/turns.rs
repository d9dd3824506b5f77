//! Tasks that do nothing but yield.

use super::{join, run, spawn};
use crate::yielding::yield_now;
use std::cell::Cell;
use std::time::Instant;

thread_local! {
    /// How many tasks still have yields to do.
    static BUSY: Cell<usize> = const { Cell::new(0) };
    /// When the last of them was done.
    static DONE: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// Nanoseconds a yield: `tasks` tasks share `yields` yields. Their beginnings and their ends are
/// outside the time that is taken.
pub fn take(tasks: usize, yields: usize) -> f64 {
    let each = yields / tasks;
    BUSY.set(tasks);
    run(async move {
        let running: Vec<_> = (0..tasks).map(|_| spawn(take_turns(each))).collect();
        yield_now().await; // all have begun, and yielded once
        let start = Instant::now();
        for task in running {
            join(task).await;
        }
        let time = DONE.get().expect("all have yielded") - start;
        time.as_nanos() as f64 / (tasks * each) as f64
    })
}

async fn take_turns(yields: usize) {
    for _ in 0..=yields {
        yield_now().await;
    }
    BUSY.set(BUSY.get() - 1);
    if BUSY.get() == 0 {
        DONE.set(Some(Instant::now()));
    }
    yield_now().await; // nobody ends before all have yielded
}
