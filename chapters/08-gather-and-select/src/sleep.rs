use crate::selector::{Shared, shared};
use crate::wheel::WheelKey;
use ch07_future_and_handle::Wakeup;
use std::mem;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Duration;

/// Waits for this long, counted from when it is first polled.
///
/// Chapter 07's `sleep` takes a oneshot, a callback and a timer. This one takes a timer,
/// which wakes the task itself.
///
/// ```
/// use ch08_gather_and_select::{event_loop, sleep};
/// use std::time::{Duration, Instant};
///
/// let start = Instant::now();
/// event_loop().unwrap().run_until_complete(sleep(Duration::from_millis(20)));
/// assert!(start.elapsed() >= Duration::from_millis(20));
/// ```
///
/// # Panics
///
/// If the running event loop is not one that [`event_loop`](crate::event_loop) has made.
pub fn sleep(duration: Duration) -> Sleep {
    Sleep(State::For(duration))
}

/// The future of [`sleep`].
pub struct Sleep(State);

enum State {
    /// Not polled yet.
    For(Duration),
    Until(Duration),
    /// Not a `WheelKey` as such: that would make it a third larger.
    Waiting {
        shared: Rc<Shared>,
        tick: u64,
        id: u32,
    },
    Over,
}

impl Sleep {
    /// Waits until this time on the loop's clock.
    pub(crate) fn until(deadline: Duration) -> Self {
        Sleep(State::Until(deadline))
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<()> {
        // A waker is foreign code: neither cloned nor dropped while the wheel is borrowed.
        let mut wakeup = Wakeup::of(cx);
        let (shared, deadline) = match &self.0 {
            &State::Waiting { ref shared, tick, id } => {
                let key = WheelKey { tick, id };
                let timer = shared.wheel.borrow_mut().get(key).map(|noted| {
                    mem::swap(noted, &mut wakeup);
                });
                if timer.is_some() {
                    return Poll::Pending;
                }
                self.0 = State::Over;
                return Poll::Ready(());
            }
            State::Over => return Poll::Ready(()),
            State::For(duration) => {
                let shared = shared();
                let deadline = shared.now().saturating_add(*duration);
                (shared, deadline)
            }
            State::Until(deadline) => (shared(), *deadline),
        };
        let WheelKey { tick, id } = shared.wheel.borrow_mut().insert(deadline, wakeup);
        self.0 = State::Waiting { shared, tick, id };
        Poll::Pending
    }
}

impl Drop for Sleep {
    /// Whoever does not sleep to the end leaves no timer behind.
    fn drop(&mut self) {
        if let &State::Waiting { ref shared, tick, id } = &self.0 {
            let wakeup = shared.wheel.borrow_mut().cancel(WheelKey { tick, id });
            // As above: not while the wheel is borrowed.
            drop(wakeup);
        }
    }
}
