//! After the countdown comes the flight: `Sequel` is to run one generator
//! and then another. At the rehearsal, the countdown spoke up again in
//! mid-flight.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};

/// Yields all that `first` yields, then all that `second` yields, and
/// returns what `second` returns. In Python, where `yield from g` passes
/// on all that `g` yields, and has the value that `g` returns:
///
/// ```python
/// def sequel(first, second):
///     yield from first
///     return (yield from second)
/// ```
///
/// It compiles, and it is wrong. Find out why.
pub struct Sequel<A, B> {
    first: A,
    second: B,
    place: Place,
}

enum Place {
    InFirst,
    InSecond,
}

impl<A, B> Sequel<A, B> {
    /// One after the other. Neither runs yet.
    pub fn new(first: A, second: B) -> Self {
        Sequel { first, second, place: Place::InFirst }
    }
}

impl<A, B> Generator for Sequel<A, B>
where
    A: Generator,
    B: Generator<Yield = A::Yield>,
{
    type Yield = B::Yield;
    type Return = B::Return;

    fn resume(&mut self) -> CoroutineState<B::Yield, B::Return> {
        match self.place {
            Place::InFirst => match self.first.resume() {
                Yielded(value) => Yielded(value),
                Complete(_) => {
                    // FAULT
                    // FIX
                    self.place = Place::InSecond;
                    // END
                    self.second.resume()
                }
            },
            Place::InSecond => self.second.resume(),
        }
    }
}
