//! A coroutine that has to speak first: it guesses, and is told how its guess compares.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use std::cmp::Ordering;

/// Yields guesses until one is right, and returns it.
struct Guesser {
    low: u32,
    high: u32,
}

impl Guesser {
    fn guess(&self) -> u32 {
        self.low.midpoint(self.high)
    }
}

impl Coroutine<Option<Ordering>> for Guesser {
    type Yield = u32;
    type Return = u32;

    fn resume_with(&mut self, answer: Option<Ordering>) -> CoroutineState<u32, u32> {
        match answer {
            None => {} // Nothing has been guessed yet.
            Some(Ordering::Less) => self.high = self.guess() - 1,
            Some(Ordering::Greater) => self.low = self.guess() + 1,
            Some(Ordering::Equal) => return Complete(self.guess()),
        }
        Yielded(self.guess())
    }
}

fn main() {
    let secret = 42;
    let mut guesser = Guesser { low: 1, high: 100 };
    let mut answer = None;
    while let Yielded(guess) = guesser.resume_with(answer) {
        let ordering = secret.cmp(&guess);
        println!("is it {guess}? {ordering:?}");
        answer = Some(ordering);
    }
}
