use ch01_generators::{Countdown, CoroutineState, Generator};

/// Fills a tank, one tonne a turn, and yields how many are in it.
struct Pump {
    tonnes: u32,
}

impl Generator for Pump {
    type Yield = u32;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<u32, ()> {
        self.tonnes += 1;
        CoroutineState::Yielded(self.tonnes)
    }
}

fn main() {
    let pump = Pump { tonnes: 0 };
    let mut consoles = vec![Countdown::from(3), pump];
    for console in &mut consoles {
        console.resume();
    }
}
