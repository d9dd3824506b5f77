//! At the hotel desk, a guest answers the receptionist's questions first, and
//! then the porter's. You are the hotel: hand each answer to the right one of
//! the two, and keep what they learn.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};

/// Delegates to two coroutines, one after the other, and returns what the two
/// returned.
///
/// - As long as the first one yields, it gets every input.
/// - In the call in which the first one completes, the second one starts. It
///   has not asked anything yet, so what it is sent first is `None`.
/// - When the second one completes too, so does this, with both values.
pub struct OneAfterOther<A, B, R> {
    first: A,
    second: B,
    /// What the first one returned. `None` until it has. `R` may be any type, so
    /// it cannot be copied out of the field, as `Bill` copies `due` (E0507).
    returned: Option<R>,
}

impl<A, B, R> OneAfterOther<A, B, R> {
    /// Does not start either of them yet.
    pub fn new(first: A, second: B) -> Self {
        OneAfterOther { first, second, returned: None }
    }
}

impl<T, A, B, R> Coroutine<Option<T>> for OneAfterOther<A, B, R>
where
    A: Coroutine<Option<T>, Return = R>,
    B: Coroutine<Option<T>, Yield = A::Yield>,
{
    type Yield = A::Yield;
    type Return = (R, B::Return);

    fn resume_with(
        &mut self,
        mut input: Option<T>,
    ) -> CoroutineState<A::Yield, (R, B::Return)> {
        // TODO: delegate to the first, then to the second
        if self.returned.is_none() {
            match self.first.resume_with(input.take()) {
                Yielded(value) => return Yielded(value),
                Complete(value) => self.returned = Some(value),
            }
        }
        match self.second.resume_with(input) {
            Yielded(value) => Yielded(value),
            Complete(second) => {
                let first = self.returned.take().expect("the first has returned");
                Complete((first, second))
            }
        }
        // END
    }
}
