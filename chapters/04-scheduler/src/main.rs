//! Two tasks of three and five steps take turns.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch04_scheduler::{Scheduler, trace};

/// Prints its name and a number, and yields, `last` times.
struct Steps {
    name: &'static str,
    next: u32,
    last: u32,
}

impl Generator for Steps {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        if self.next > self.last {
            return Complete(());
        }
        println!("{}: step {} of {}", self.name, self.next, self.last);
        self.next += 1;
        Yielded(())
    }
}

fn main() {
    trace::init();
    let mut scheduler: Scheduler = Scheduler::new();
    for (name, last) in [("ping", 3), ("pong", 5)] {
        scheduler.create_task(
            name,
            Steps {
                name,
                next: 1,
                last,
            },
        );
    }
    while let Some(turn) = scheduler.step() {
        if let Complete(exit) = turn.state {
            println!("task {} {exit}", turn.tid);
        }
    }
}
