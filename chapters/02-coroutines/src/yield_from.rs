/// Hands the work to another coroutine: passes `input` in and its yields out, until it completes.
/// The value of the expression is what the other coroutine returned.
///
/// It stands inside a `resume_with`, whose next call comes back to the same line.
///
/// ```
/// use ch01_generators::{CoroutineState::{self, Complete, Yielded}, Countdown};
/// use ch02_coroutines::{Coroutine, yield_from};
///
/// /// Yields all that its countdown yields, then returns a word of its own.
/// struct Launch {
///     countdown: Countdown,
/// }
///
/// impl Coroutine<()> for Launch {
///     type Yield = u32;
///     type Return = &'static str;
///
///     fn resume_with(&mut self, input: ()) -> CoroutineState<u32, &'static str> {
///         yield_from!(self.countdown, input);
///         Complete("lift-off")
///     }
/// }
///
/// let mut launch = Launch { countdown: Countdown::from(1) };
/// assert_eq!(launch.resume_with(()), Yielded(1));
/// assert_eq!(launch.resume_with(()), Complete("lift-off"));
/// ```
#[macro_export]
macro_rules! yield_from {
    ($coroutine:expr, $input:expr) => {
        match $crate::Coroutine::resume_with(&mut $coroutine, $input) {
            $crate::CoroutineState::Yielded(value) => {
                return $crate::CoroutineState::Yielded(value);
            }
            $crate::CoroutineState::Complete(value) => value,
        }
    };
}
