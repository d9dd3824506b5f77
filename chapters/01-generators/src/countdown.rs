use crate::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};

/// Hands out `n`, `n - 1`, … 1.
///
/// ```
/// use ch01_generators::{Countdown, CoroutineState::*, Generator};
///
/// let mut rocket = Countdown::from(1);
/// assert_eq!(rocket.resume(), Yielded(1));
/// assert_eq!(rocket.resume(), Complete(()));
/// ```
#[derive(Debug)]
#[must_use = "a generator does nothing until it is resumed"]
pub struct Countdown {
    n: u32,
    state: State,
}

/// Where in its body a [`Countdown`] stands.
#[derive(Debug)]
enum State {
    Start,
    AtYield,
    Done,
}

impl Countdown {
    /// A countdown from `n`. It does not run yet.
    pub fn from(n: u32) -> Self {
        Countdown { n, state: State::Start }
    }
}

impl Generator for Countdown {
    type Yield = u32;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<u32, ()> {
        match self.state {
            State::Start => {}
            State::AtYield => self.n -= 1,
            State::Done => panic!("Countdown resumed after it completed"),
        }
        if self.n > 0 {
            self.state = State::AtYield;
            Yielded(self.n)
        } else {
            self.state = State::Done;
            Complete(())
        }
    }
}
