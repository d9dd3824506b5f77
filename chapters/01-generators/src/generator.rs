/// What one call of [`Generator::resume`] came back with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoroutineState<Y, R> {
    /// It stopped halfway and handed out a value. There may be more to come.
    Yielded(Y),
    /// It ran to its end and returned a value. It must not be resumed again.
    Complete(R),
}

/// A function that can stop halfway, hand out a value, and later go on
/// from where it stopped.
///
/// Nothing runs when it is created. Each [`resume`](Generator::resume)
/// runs it to its next yield.
///
/// ```
/// use ch01_generators::{Countdown, CoroutineState::*, Generator};
///
/// let mut countdown = Countdown::from(2);
/// assert_eq!(countdown.resume(), Yielded(2));
/// assert_eq!(countdown.resume(), Yielded(1));
/// assert_eq!(countdown.resume(), Complete(()));
/// ```
#[must_use = "a generator does nothing until it is resumed"]
pub trait Generator {
    /// What it hands out each time it stops.
    type Yield;
    /// What it returns at its end.
    type Return;

    /// Runs to the next yield, or to the end.
    ///
    /// # Panics
    ///
    /// It may, if it has already returned [`CoroutineState::Complete`].
    fn resume(&mut self) -> CoroutineState<Self::Yield, Self::Return>;
}
