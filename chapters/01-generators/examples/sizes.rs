//! What a generator weighs: its fields. A local that does not outlive a yield need not be one.

use ch01_generators::{
    CoroutineState::{self, Yielded},
    Countdown, Generator, Resumes,
};

/// Yields each hour's strongest gust. The readings are a field.
struct Keeps {
    hour: u32,
    readings: [u8; 3600],
}

impl Generator for Keeps {
    type Yield = Option<u8>;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<Option<u8>, ()> {
        self.hour += 1;
        self.readings = measure(self.hour);
        Yielded(self.readings.into_iter().max())
    }
}

/// Yields the same. The readings are a local.
struct Forgets {
    hour: u32,
}

impl Generator for Forgets {
    type Yield = Option<u8>;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<Option<u8>, ()> {
        self.hour += 1;
        let readings = measure(self.hour);
        Yielded(readings.into_iter().max())
    }
}

/// One reading a second. (The wind is made up.)
fn measure(hour: u32) -> [u8; 3600] {
    std::array::from_fn(|second| (second as u32 * hour % 89) as u8)
}

fn main() {
    println!("Countdown          {:4} bytes", size_of::<Countdown>());
    println!("Resumes<Countdown> {:4} bytes", size_of::<Resumes<Countdown>>());
    println!("Keeps              {:4} bytes", size_of::<Keeps>());
    println!("Forgets            {:4} bytes", size_of::<Forgets>());

    let readings = [0; 3600];
    let (mut keeps, mut forgets) = (Keeps { hour: 0, readings }, Forgets { hour: 0 });
    println!("{:?} and {:?}", keeps.resume(), forgets.resume());
}
