//! A generator that is told things through a shared cell, and what one slip does.

use ch01_generators::CoroutineState::{self, Yielded};
use ch01_generators::Generator;
use std::cell::Cell;
use std::convert::Infallible;
use std::rc::Rc;

/// Yields the average of the readings that it has found in its letterbox.
struct Average {
    letterbox: Rc<Cell<f64>>,
    sum: f64,
    count: f64,
}

impl Generator for Average {
    type Yield = f64;
    type Return = Infallible;

    fn resume(&mut self) -> CoroutineState<f64, Infallible> {
        self.sum += self.letterbox.get();
        self.count += 1.0;
        Yielded(self.sum / self.count)
    }
}

fn main() {
    let letterbox = Rc::new(Cell::new(0.0));
    let mut average = Average { letterbox: letterbox.clone(), sum: 0.0, count: 0.0 };

    letterbox.set(18.0);
    let Yielded(mean) = average.resume();
    println!("posted 18.0    average {mean:.1}");

    letterbox.set(24.0);
    let Yielded(mean) = average.resume();
    println!("posted 24.0    average {mean:.1}");

    let Yielded(mean) = average.resume();
    println!("posted nothing average {mean:.1}");
}
