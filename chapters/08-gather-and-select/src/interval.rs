use crate::sleep::Sleep;
use ch07_future_and_handle::time;
use std::time::Duration;

/// Ticks every so often, from now on. The first tick comes after one period.
///
/// ```
/// use ch07_future_and_handle::time;
/// use ch08_gather_and_select::{event_loop, interval};
/// use std::time::Duration;
///
/// event_loop().unwrap().run_until_complete(async {
///     let period = Duration::from_millis(10);
///     let start = time();
///     let mut ticks = interval(period);
///     ticks.tick().await;
///     ticks.tick().await;
///     assert!(time() - start >= 2 * period);
/// });
/// ```
///
/// # Panics
///
/// If no event loop is running on this thread, or `period` is zero.
pub fn interval(period: Duration) -> Interval {
    assert!(!period.is_zero(), "an interval needs a period longer than nothing");
    Interval { next: time().saturating_add(period), period }
}

/// See [`interval`].
pub struct Interval {
    next: Duration,
    period: Duration,
}

impl Interval {
    /// Waits for the next tick. Work between two ticks does not shift them. If it takes
    /// longer than a period, the next tick comes at once, and others that were missed do
    /// not come.
    ///
    /// # Panics
    ///
    /// As [`sleep`](crate::sleep).
    pub async fn tick(&mut self) {
        Sleep::until(self.next).await;
        let late = time().saturating_sub(self.next);
        let missed = late.as_nanos() / self.period.as_nanos();
        let periods = u32::try_from(missed + 1).unwrap_or(u32::MAX);
        self.next = self.next.saturating_add(self.period.saturating_mul(periods));
    }
}
