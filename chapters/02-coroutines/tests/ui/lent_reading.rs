//! A generator is lent the variable that the readings will be put into.

use ch01_generators::CoroutineState::{self, Yielded};
use ch01_generators::Generator;

struct Average<'a> {
    reading: &'a f64,
    sum: f64,
    count: f64,
}

impl Generator for Average<'_> {
    type Yield = f64;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<f64, ()> {
        self.sum += self.reading;
        self.count += 1.0;
        Yielded(self.sum / self.count)
    }
}

fn main() {
    let mut reading = 18.0;
    let mut average = Average { reading: &reading, sum: 0.0, count: 0.0 };
    average.resume();
    reading = 24.0;
    println!("the thermometer says {reading}");
    average.resume();
}
