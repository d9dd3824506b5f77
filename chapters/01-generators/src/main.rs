//! Two countdowns take turns on one thread. We call the turns.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Countdown, Generator,
};

/// Says aloud what its countdown yields, and that it is done.
struct Aloud {
    name: &'static str,
    countdown: Countdown,
}

impl Generator for Aloud {
    type Yield = u32;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<u32, ()> {
        let state = self.countdown.resume();
        match state {
            Yielded(n) => println!("{}: {n}", self.name),
            Complete(()) => println!("{}: done", self.name),
        }
        state
    }
}

fn aloud(name: &'static str, n: u32) -> Aloud {
    Aloud { name, countdown: Countdown::from(n) }
}

fn main() {
    let mut rocket = aloud("rocket", 3);
    let mut egg = aloud("egg", 2);
    println!("Both are created, and neither has said a word.");

    rocket.resume();
    egg.resume();
    rocket.resume();
    egg.resume();
    rocket.resume();
    egg.resume();
    rocket.resume();
}
