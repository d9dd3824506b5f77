use ch01_generators::{CoroutineState, Generator};

/// A generator that is also given a value each time it goes on.
///
/// The value answers the yield at which it stopped. The first one answers no yield:
/// there was none yet, so it is what the coroutine starts with.
///
/// ```
/// use ch02_coroutines::Coroutine;
/// use ch02_coroutines::CoroutineState::{self, Yielded};
///
/// /// Yields the sum of all that was sent in.
/// struct Total(u64);
///
/// impl Coroutine<u64> for Total {
///     type Yield = u64;
///     type Return = ();
///
///     fn resume_with(&mut self, input: u64) -> CoroutineState<u64, ()> {
///         self.0 += input;
///         Yielded(self.0)
///     }
/// }
///
/// let mut total = Total(0);
/// assert_eq!(total.resume_with(3), Yielded(3));
/// assert_eq!(total.resume_with(4), Yielded(7));
/// ```
#[must_use = "a coroutine does nothing until it is resumed"]
pub trait Coroutine<Input> {
    /// What it hands out each time it stops.
    type Yield;
    /// What it returns at its end.
    type Return;

    /// Sends `input` in, and runs to the next yield, or to the end.
    ///
    /// # Panics
    ///
    /// It may, if it has already returned [`CoroutineState::Complete`].
    fn resume_with(
        &mut self,
        input: Input,
    ) -> CoroutineState<Self::Yield, Self::Return>;
}

/// Every generator is a coroutine that learns nothing when it goes on.
impl<G: Generator> Coroutine<()> for G {
    type Yield = G::Yield;
    type Return = G::Return;

    fn resume_with(&mut self, (): ()) -> CoroutineState<G::Yield, G::Return> {
        self.resume()
    }
}
