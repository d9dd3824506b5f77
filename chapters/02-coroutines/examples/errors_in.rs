//! Errors are sent in like values, and the coroutine decides what they mean.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};

/// The wire to the thermometer gave no reading.
struct NoSignal;

/// A running average that forgives two misses in a row, and gives the third one back.
#[derive(Default)]
struct PatientAverage {
    sum: f64,
    count: f64,
    /// `None` until there is a reading.
    mean: Option<f64>,
    misses: u32,
}

impl Coroutine<Result<f64, NoSignal>> for PatientAverage {
    type Yield = Option<f64>;
    type Return = NoSignal;

    fn resume_with(
        &mut self,
        input: Result<f64, NoSignal>,
    ) -> CoroutineState<Option<f64>, NoSignal> {
        match input {
            Ok(reading) => {
                self.sum += reading;
                self.count += 1.0;
                self.mean = Some(self.sum / self.count);
                self.misses = 0;
            }
            Err(error) if self.misses == 2 => return Complete(error),
            Err(_) => self.misses += 1,
        }
        Yielded(self.mean)
    }
}

fn main() {
    let mut average = PatientAverage::default();
    for reading in [None, Some(18.0), Some(24.0), None, None, None] {
        match reading {
            Some(degrees) => print!("{degrees:.1}      "),
            None => print!("no signal "),
        }
        match average.resume_with(reading.ok_or(NoSignal)) {
            Yielded(Some(mean)) => println!("average {mean:.1}"),
            Yielded(None) => println!("no average yet"),
            Complete(NoSignal) => println!("gave up"),
        }
    }
}
