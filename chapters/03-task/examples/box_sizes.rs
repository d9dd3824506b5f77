//! Bodies of any size fit into boxes of one size. (On a 64-bit machine.)

use ch01_generators::{CoroutineState, Countdown, Generator};
use ch02_coroutines::Coroutine;

type Body = Box<dyn Coroutine<(), Yield = u32, Return = ()>>;

/// Plays a thousand recorded readings, over and over.
struct Telemetry {
    readings: [u32; 1000],
    next: usize,
}

impl Generator for Telemetry {
    type Yield = u32;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<u32, ()> {
        self.next = (self.next + 1) % self.readings.len();
        CoroutineState::Yielded(self.readings[self.next])
    }
}

fn main() {
    let telemetry = Telemetry { readings: [0; 1000], next: 0 };
    let bodies: [(&str, Body); 2] = [
        ("Countdown", Box::new(Countdown::from(10))),
        ("Telemetry", Box::new(telemetry)),
    ];
    for (name, body) in &bodies {
        println!(
            "{name}: {} bytes, in a box of {}",
            size_of_val(&**body),
            size_of_val(body),
        );
    }
    println!("box of a known type: {} bytes", size_of::<Box<Telemetry>>());
    println!("Option of a Body: {} bytes", size_of::<Option<Body>>());
}
