//! A running average: a reading goes in and the average so far comes out, in one call.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Yielded};
use std::convert::Infallible;

/// Yields the average of all that it has been sent.
#[derive(Default)]
struct RunningAverage {
    sum: f64,
    count: f64,
}

impl Coroutine<f64> for RunningAverage {
    type Yield = f64;
    type Return = Infallible;

    fn resume_with(&mut self, reading: f64) -> CoroutineState<f64, Infallible> {
        self.sum += reading;
        self.count += 1.0;
        Yielded(self.sum / self.count)
    }
}

fn main() {
    let mut average = RunningAverage::default();
    for reading in [18.0, 24.0, 21.0, 19.0] {
        let Yielded(mean) = average.resume_with(reading);
        println!("sent {reading:.1}, average {mean:.1}");
    }
}
