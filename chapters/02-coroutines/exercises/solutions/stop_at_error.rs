//! The post office has a coroutine that takes letters, and never heard of
//! letters that get lost. Wrap it, so that the first loss ends it and closes it
//! at once.

use ch02_coroutines::CoroutineState::{self, Complete};
use ch02_coroutines::{Coroutine, yield_from};

/// Sends values on to another coroutine, up to the first error.
///
/// - `Ok(value)`: the value is sent on. What the other one yields, this one
///   yields. If the other one completes, this one completes with `Ok` of what
///   it returned.
/// - `Err(error)`: the other one is dropped, before this call comes back. This
///   one completes with `Err(error)`.
pub struct StopAtError<C> {
    /// `None` once it has been dropped.
    inner: Option<C>,
}

impl<C> StopAtError<C> {
    /// Wraps `inner`, and sends it nothing yet.
    pub fn of(inner: C) -> Self {
        StopAtError { inner: Some(inner) }
    }
}

impl<T, E, C: Coroutine<T>> Coroutine<Result<T, E>> for StopAtError<C> {
    type Yield = C::Yield;
    type Return = Result<C::Return, E>;

    fn resume_with(
        &mut self,
        input: Result<T, E>,
    ) -> CoroutineState<C::Yield, Result<C::Return, E>> {
        // TODO: send a value on; at an error, drop the inner one and complete
        let inner = self.inner.as_mut().expect("StopAtError has not completed");
        match input {
            Ok(value) => Complete(Ok(yield_from!(inner, value))),
            Err(error) => {
                self.inner = None;
                Complete(Err(error))
            }
        }
        // END
    }
}
