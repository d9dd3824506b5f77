/// Hands the work to another coroutine: passes the input in and its yields out, until
/// it completes. The value of the expression is what the other coroutine returned.
///
/// It stands inside a `resume_with`, and returns from that at a yield. The next call
/// begins at the top, and has to come to the same `yield_from!` again, with the same
/// coroutine.
///
/// ```
/// use ch01_generators::Countdown;
/// use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
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
    ($coroutine:expr, $input:expr) => {{
        use $crate::Coroutine as _;
        match $coroutine.resume_with($input) {
            $crate::CoroutineState::Yielded(value) => {
                return $crate::CoroutineState::Yielded(value);
            }
            $crate::CoroutineState::Complete(value) => value,
        }
    }};
}
