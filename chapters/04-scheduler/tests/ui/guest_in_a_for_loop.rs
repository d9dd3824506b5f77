//! A guest orders between two turns, and the turns come from an iterator.

use ch01_generators::Countdown;
use ch04_scheduler::Scheduler;
use std::iter;

fn main() {
    let mut scheduler: Scheduler<u32> = Scheduler::new();
    scheduler.create_task("soup", Countdown::from(3));
    for turn in iter::from_fn(|| scheduler.step()) {
        if turn.tid.number() == 1 {
            scheduler.create_task("salad", Countdown::from(1));
        }
    }
}
