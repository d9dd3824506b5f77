//! The place where a function stands, as an enum. And: creating a generator runs none of it.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};

type Text = &'static str;

/// Stops where somebody else has to look.
struct Checklist {
    state: State,
}

enum State {
    Start,
    AtFuel,
    AtHatch,
    Done,
}

impl Generator for Checklist {
    type Yield = Text;
    type Return = Text;

    fn resume(&mut self) -> CoroutineState<Text, Text> {
        match self.state {
            State::Start => {
                println!("  pumps on");
                self.state = State::AtFuel;
                Yielded("fuel")
            }
            State::AtFuel => {
                println!("  hatch shut");
                self.state = State::AtHatch;
                Yielded("hatch")
            }
            State::AtHatch => {
                println!("  keys turned");
                self.state = State::Done;
                Complete("go")
            }
            State::Done => panic!("Checklist resumed after it completed"),
        }
    }
}

fn main() {
    let mut checklist = Checklist { state: State::Start };
    println!("the checklist is created");
    loop {
        match checklist.resume() {
            Yielded(item) => println!("somebody looks at: {item}"),
            Complete(word) => {
                println!("the checklist says: {word}");
                break;
            }
        }
    }
}
