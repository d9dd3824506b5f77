//! Lines are pushed into a grep, and the grep pushes those that match into its sink.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};

/// Passes on the lines that contain a word, for as long as its sink takes them.
struct Grep<S> {
    word: &'static str,
    sink: S,
}

impl<'a, S: Coroutine<&'a str, Yield = ()>> Coroutine<&'a str> for Grep<S> {
    type Yield = ();
    type Return = S::Return;

    fn resume_with(&mut self, line: &'a str) -> CoroutineState<(), S::Return> {
        if line.contains(self.word) { self.sink.resume_with(line) } else { Yielded(()) }
    }
}

/// Notes down lines, until its page is full.
struct Bridge {
    lines_left: u32,
}

impl Coroutine<&str> for Bridge {
    type Yield = ();
    type Return = ();

    fn resume_with(&mut self, line: &str) -> CoroutineState<(), ()> {
        println!("        bridge notes: {line}");
        self.lines_left -= 1;
        match self.lines_left {
            0 => Complete(()),
            _ => Yielded(()),
        }
    }
}

fn main() {
    let mut watch = Grep { word: "ice", sink: Bridge { lines_left: 2 } };
    for line in ["calm sea", "ice to port", "a whale", "ice ahead", "more ice"] {
        println!("lookout: {line}");
        if let Complete(()) = watch.resume_with(line) {
            println!("lookout: They take no more notes.");
            break;
        }
    }
}
