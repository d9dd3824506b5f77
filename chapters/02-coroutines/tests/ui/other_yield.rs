//! A coroutine that yields nothing delegates to one that yields numbers.

use ch01_generators::Countdown;
use ch02_coroutines::CoroutineState::{self, Complete};
use ch02_coroutines::{Coroutine, yield_from};

/// Has nothing to say while it waits.
struct Launch {
    countdown: Countdown,
}

impl Coroutine<()> for Launch {
    type Yield = ();
    type Return = ();

    fn resume_with(&mut self, (): ()) -> CoroutineState<(), ()> {
        yield_from!(self.countdown, ());
        Complete(())
    }
}

fn main() {}
