// Check it: cargo test -p ex01-generators slim

//! The weather station on the launch pad has 12 bytes left for this
//! generator. Whoever wrote it made a field of every local of the Python
//! function, and it does not fit.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};

/// Yields, minute by minute, the strongest average wind so far:
///
/// ```python
/// def wind(minutes):
///     strongest = 0
///     for minute in range(minutes):
///         readings = measure(minute)
///         total = sum(readings)
///         average = total // 60
///         strongest = max(strongest, average)
///         yield strongest
/// ```
///
/// It works. Make it fit into 12 bytes, and let it yield the same.
pub struct Wind {
    minutes: u32,
    minute: u32,
    readings: [u32; 60],
    total: u32,
    average: u32,
    strongest: u32,
}

impl Wind {
    /// The wind of so many minutes. Nothing is measured yet.
    pub fn of(minutes: u32) -> Self {
        Wind {
            minutes,
            minute: 0,
            readings: [0; 60],
            total: 0,
            average: 0,
            strongest: 0,
        }
    }
}

impl Generator for Wind {
    type Yield = u32;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<u32, ()> {
        if self.minute == self.minutes {
            return Complete(());
        }
        self.readings = measure(self.minute);
        self.total = self.readings.iter().sum();
        self.average = self.total / 60;
        self.strongest = self.strongest.max(self.average);
        self.minute += 1;
        Yielded(self.strongest)
    }
}

/// One reading a second.
fn measure(minute: u32) -> [u32; 60] {
    let gust = [3, 9, 4, 12, 6][minute as usize % 5];
    std::array::from_fn(|second| gust + second as u32 % 7)
}
