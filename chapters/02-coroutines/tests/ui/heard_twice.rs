//! One answer is given to two coroutines.

use ch02_coroutines::CoroutineState::{self, Complete};
use ch02_coroutines::{Coroutine, yield_from};

/// Passes on what it is sent first.
struct Listener;

impl Coroutine<String> for Listener {
    type Yield = ();
    type Return = String;

    fn resume_with(&mut self, answer: String) -> CoroutineState<(), String> {
        Complete(answer)
    }
}

struct Two {
    first: Listener,
    second: Listener,
}

impl Coroutine<String> for Two {
    type Yield = ();
    type Return = [String; 2];

    fn resume_with(&mut self, answer: String) -> CoroutineState<(), [String; 2]> {
        let first = yield_from!(self.first, answer);
        let second = yield_from!(self.second, answer);
        Complete([first, second])
    }
}

fn main() {}
