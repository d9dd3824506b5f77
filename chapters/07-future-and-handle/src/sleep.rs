use crate::{TimerHandle, call_later, oneshot};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// Waits for this long, counted from when it is first polled. No time at all is as good as
/// [`yield_now`].
///
/// ```
/// use ch07_future_and_handle::{EventLoop, sleep, time};
/// use std::time::Duration;
///
/// EventLoop::new().run_until_complete(async {
///     let nap = Duration::from_millis(20);
///     let start = time();
///     sleep(nap).await;
///     assert!(time() - start >= nap);
/// });
/// ```
///
/// # Panics
///
/// If no event loop is running on this thread.
pub async fn sleep(duration: Duration) {
    if duration.is_zero() {
        return yield_now().await;
    }
    let (sender, receiver) = oneshot();
    let _timer = CancelOnDrop(call_later(duration, move || {
        let _ = sender.send(());
    }));
    let _ = receiver.await;
}

/// Whoever cancels a sleep leaves no timer behind.
struct CancelOnDrop(TimerHandle);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// Lets all others that are ready go first, once.
///
/// ```
/// use ch07_future_and_handle::{EventLoop, spawn, yield_now};
///
/// EventLoop::new().run_until_complete(async {
///     let task = spawn(async {});
///     yield_now().await;
///     assert!(task.is_ended());
/// });
/// ```
pub fn yield_now() -> YieldNow {
    YieldNow { yielded: false }
}

/// The future of [`yield_now`].
pub struct YieldNow {
    yielded: bool,
}

impl Future for YieldNow {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<()> {
        if self.yielded {
            return Poll::Ready(());
        }
        self.yielded = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}
