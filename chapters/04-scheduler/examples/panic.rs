//! One task panics halfway. It is gone; the others notice nothing.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch04_scheduler::{Scheduler, trace};

/// A pan on the stove, ten degrees hotter each turn, and done at its own temperature.
struct Pan {
    name: &'static str,
    degrees: u32,
    done_at: u32,
}

impl Generator for Pan {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        if self.degrees == self.done_at {
            return Complete(());
        }
        self.degrees += 10;
        println!("{}: {} degrees", self.name, self.degrees);
        assert!(self.degrees < 100, "the {} boils over", self.name);
        Yielded(())
    }
}

fn main() {
    trace::init();
    let mut scheduler = Scheduler::new();
    let pans = [("sauce", 60, 80), ("milk", 80, 110), ("cocoa", 50, 80)];
    for (name, degrees, done_at) in pans {
        let pan = Pan { name, degrees, done_at };
        scheduler.create_task(name, pan);
    }
    while let Some(turn) = scheduler.step() {
        if let Complete(exit) = turn.state {
            println!("task {} {exit}", turn.tid);
        }
    }
}
