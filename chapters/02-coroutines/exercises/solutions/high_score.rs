//! An arcade machine is told every score, and shows the best one so far. It is
//! the machine's only thought, and it has forgotten how to think it.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Yielded};
use std::convert::Infallible;

/// Is sent one score after another, and yields the highest of all so far.
#[derive(Default)]
pub struct HighScore {
    best: u32,
}

impl Coroutine<u32> for HighScore {
    type Yield = u32;
    type Return = Infallible;

    fn resume_with(&mut self, score: u32) -> CoroutineState<u32, Infallible> {
        // TODO: remember the score if it is the best, then yield the best
        self.best = self.best.max(score);
        Yielded(self.best)
        // END
    }
}
