//! A yield that is the same for every runtime: it wakes its waker, and is ready when polled again.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Lets the others run.
pub fn yield_now() -> YieldNow {
    YieldNow { yielded: false }
}

/// What [`yield_now`] returns.
pub struct YieldNow {
    yielded: bool,
}

impl Future for YieldNow {
    type Output = ();

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.yielded {
            return Poll::Ready(());
        }
        self.yielded = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

/// Polls once and ignores the answer: it starts a timer, say.
pub async fn poll_once(mut future: Pin<&mut impl Future>) {
    poll_fn(|cx| {
        let _ = future.as_mut().poll(cx);
        Poll::Ready(())
    })
    .await;
}
