//! Cooperative: two waiters, one thread, one tally of the plates they carry.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch04_scheduler::{Scheduler, trace};
use std::cell::Cell;
use std::ops::RangeInclusive;
use std::rc::Rc;

const PLATES: u32 = 500_000;

/// Carries that many plates a turn.
struct Waiter {
    name: &'static str,
    rounds: RangeInclusive<u32>,
    tally: Rc<Cell<u32>>,
}

impl Generator for Waiter {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        let Some(round) = self.rounds.next() else {
            return Complete(());
        };
        println!("{}: round {round}", self.name);
        for _ in 0..PLATES {
            let count = self.tally.get();
            self.tally.set(count + 1);
        }
        Yielded(())
    }
}

fn main() {
    trace::init();
    let tally = Rc::new(Cell::new(0));
    let mut scheduler = Scheduler::new();
    for (name, last) in [("hall", 3), ("terrace", 5)] {
        let (rounds, tally) = (1..=last, tally.clone());
        scheduler.create_task(name, Waiter { name, rounds, tally });
    }
    scheduler.run();
    println!("{} plates of {}", tally.get(), 8 * PLATES);
}
