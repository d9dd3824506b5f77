//! A countdown and a pump are two types, yet they take turns from one list.

use ch01_generators::{Countdown, Generator};
use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};

/// Fills a tank, one tonne a turn, and yields how many are in it.
struct Pump {
    tonnes: u32,
}

impl Generator for Pump {
    type Yield = u32;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<u32, ()> {
        self.tonnes += 1;
        Yielded(self.tonnes)
    }
}

fn main() {
    let mut consoles: Vec<Box<dyn Coroutine<(), Yield = u32, Return = ()>>> = vec![
        Box::new(Countdown::from(3)),
        Box::new(Pump { tonnes: 0 }),
        Box::new(Countdown::from(4)),
    ];
    for round in 1..=4 {
        println!("round {round}");
        for console in &mut consoles {
            match console.resume_with(()) {
                Yielded(number) => println!("  somebody says {number}"),
                Complete(()) => println!("  somebody has ended"),
            }
        }
    }
}
