//! Pre-emptive: the same two waiters, each on a thread of its own. No two runs are alike.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

const PLATES: u32 = 500_000;

/// Carries that many plates a round.
fn waiter(name: &str, last: u32, tally: &AtomicU32) {
    for round in 1..=last {
        println!("{name}: round {round}");
        for _ in 0..PLATES {
            let count = tally.load(Relaxed);
            // Here the other one may count, too.
            tally.store(count + 1, Relaxed);
        }
    }
}

fn main() {
    let tally = AtomicU32::new(0);
    thread::scope(|scope| {
        scope.spawn(|| waiter("hall", 3, &tally));
        scope.spawn(|| waiter("terrace", 5, &tally));
    });
    println!("{} plates of {}", tally.into_inner(), 8 * PLATES);
}
