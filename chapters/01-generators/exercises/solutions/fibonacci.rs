//! The crew's watches grow: 0 hours, then 1, 1, 2, 3, 5, and so on up
//! to a limit. Ground control has the plan in Python. The ship runs Rust.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};

/// Yields the Fibonacci numbers up to a limit. Resumed after its end, it
/// panics. In Python:
///
/// ```python
/// def fibonacci(limit):
///     a, b = 0, 1
///     while a <= limit:
///         yield a
///         a, b = b, a + b
/// ```
pub struct Fibonacci {
    limit: u64,
    a: u64,
    b: u64,
    state: State,
}

enum State {
    Start,
    AtYield,
    Done,
}

impl Fibonacci {
    /// Sets the locals to what they are before the loop. Nothing runs yet.
    /// The limit is a `u32`, so that `a + b` cannot overflow a `u64`.
    pub fn up_to(limit: u32) -> Self {
        Fibonacci { limit: limit.into(), a: 0, b: 1, state: State::Start }
    }
}

impl Generator for Fibonacci {
    type Yield = u64;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<u64, ()> {
        match self.state {
            State::Start => {}
            State::AtYield => {
                // TODO: what Python runs below its `yield`
                (self.a, self.b) = (self.b, self.a + self.b);
                // END
            }
            State::Done => panic!("Fibonacci resumed after it completed"),
        }
        // TODO: the test of the loop: yield `a`, or complete?
        if self.a <= self.limit {
            self.state = State::AtYield;
            Yielded(self.a)
        } else {
            self.state = State::Done;
            Complete(())
        }
        // END
    }
}
