//! Two yields in one loop: one more place, and one more arm.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};

type Text = &'static str;

/// Ticks and tocks once a swing.
struct Clock {
    swings: u32,
    state: State,
}

enum State {
    Start,
    AtTick,
    AtTock,
    Done,
}

impl Generator for Clock {
    type Yield = Text;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<Text, ()> {
        match self.state {
            State::Start => {}
            State::AtTick => {
                self.state = State::AtTock;
                return Yielded("tock");
            }
            State::AtTock => self.swings -= 1,
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
    let mut clock = Clock { swings: 2, state: State::Start };
    while let Yielded(sound) = clock.resume() {
        println!("{sound}");
    }
    println!("it stands still");
}
