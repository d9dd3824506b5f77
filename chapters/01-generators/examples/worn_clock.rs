//! A yield behind an `if`: two ways lead out of one place.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};

type Text = &'static str;

/// Ticks at every swing, and tocks at the even ones.
struct WornClock {
    swings: u32,
    state: State,
}

enum State {
    Start,
    AtTick,
    AtTock,
    Done,
}

impl Generator for WornClock {
    type Yield = Text;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<Text, ()> {
        match self.state {
            State::Start => {}
            State::AtTick if self.swings.is_multiple_of(2) => {
                self.state = State::AtTock;
                return Yielded("tock");
            }
            State::AtTick | State::AtTock => self.swings -= 1,
            State::Done => panic!("it has completed"),
        }
        if self.swings > 0 {
            self.state = State::AtTick;
            Yielded("tick")
        } else {
            self.state = State::Done;
            Complete(())
        }
    }
}

fn main() {
    let mut clock = WornClock { swings: 3, state: State::Start };
    while let Yielded(sound) = clock.resume() {
        println!("{sound}");
    }
    println!("it stands still");
}
