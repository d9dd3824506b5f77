use crate::{Either, select, sleep};
use std::error::Error;
use std::fmt;
use std::time::Duration;

/// Gives a future so much time, counted from when it is first polled. Then it is dropped
/// where it stands.
///
/// ```
/// use ch08_gather_and_select::{Elapsed, event_loop, timeout};
/// use std::future::pending;
/// use std::time::Duration;
///
/// event_loop().unwrap().run_until_complete(async {
///     let second = Duration::from_secs(1);
///     assert_eq!(timeout(second, async { 42 }).await, Ok(42));
///
///     let instant = Duration::from_millis(1);
///     assert_eq!(timeout(instant, pending::<u8>()).await, Err(Elapsed));
/// });
/// ```
///
/// # Errors
///
/// [`Elapsed`], if the time was too short.
///
/// # Panics
///
/// As [`sleep`].
pub async fn timeout<F: Future>(
    duration: Duration,
    future: F,
) -> Result<F::Output, Elapsed> {
    match select(future, sleep(duration)).await {
        Either::Left(output) => Ok(output),
        Either::Right(()) => Err(Elapsed),
    }
}

/// The time was too short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elapsed;

impl fmt::Display for Elapsed {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the time was too short")
    }
}

impl Error for Elapsed {}
