use ch01_generators::{Countdown, CoroutineState, Generator};

/// Says 0 whenever it is asked.
struct Gauge;

impl Generator for Gauge {
    type Yield = u32;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<u32, ()> {
        CoroutineState::Yielded(0)
    }
}

fn main() {
    let mut consoles = vec![Countdown::from(3), Gauge];
    for console in &mut consoles {
        console.resume();
    }
}
