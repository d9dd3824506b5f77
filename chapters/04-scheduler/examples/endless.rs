//! Two tasks without end. How many turns they get, and when they stop, is decided from outside.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Yielded};
use ch04_scheduler::{Scheduler, trace};

/// Makes its noise, louder by one each time, until somebody drops it.
struct Noise {
    name: &'static str,
    count: u32,
}

impl Generator for Noise {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        self.count += 1;
        println!("{}: {}", self.name, self.count);
        Yielded(())
    }
}

impl Drop for Noise {
    fn drop(&mut self) {
        println!("{}: silence", self.name);
    }
}

fn noise(name: &'static str) -> Noise {
    Noise { name, count: 0 }
}

fn main() {
    trace::init();
    let mut scheduler = Scheduler::new();
    let tap = scheduler.create_task("tap", noise("tap"));
    let clock = scheduler.create_task("clock", noise("clock"));

    for _ in 0..6 {
        scheduler.step();
    }
    println!("six turns are over: the plumber comes");
    scheduler.kill(tap);
    for _ in 0..2 {
        scheduler.step();
    }
    println!("two more are over: closing time");
    scheduler.kill(clock);
    println!("is anybody ready? {}", scheduler.step().is_some());
}
