//! Toast takes as long as it takes. Who waits for it reads the paper meanwhile, and is
//! called when the toaster pops up. Nobody stands beside it and stares.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What the toaster and whoever waits for the toast both reach.
#[derive(Default)]
struct Slot {
    slices: Cell<Option<u32>>,
    waiting: Cell<Option<Waker>>,
}

/// The end that pops up.
pub struct Toaster(Rc<Slot>);

/// The end that can be awaited. Gives the number of slices.
pub struct Toast(Rc<Slot>);

/// Puts bread into a toaster.
pub fn toaster() -> (Toaster, Toast) {
    let slot = Rc::new(Slot::default());
    (Toaster(slot.clone()), Toast(slot))
}

impl Toaster {
    /// The toast is done. Whoever waits for it is woken, once. If nobody waits, nobody
    /// is, and the toast stays where it is.
    pub fn pop_up(self, slices: u32) {
        // TODO: leave the slices, and wake whoever waits for them
        self.0.slices.set(Some(slices));
        if let Some(waker) = self.0.waiting.take() {
            waker.wake();
        }
        // END
    }
}

impl Future for Toast {
    type Output = u32;

    /// Ready if the toaster has popped up. If not, whoever polled last will be woken.
    fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<u32> {
        // TODO: take the slices if they are there; if not, note down whom to wake
        if let Some(slices) = self.0.slices.take() {
            return Poll::Ready(slices);
        }
        self.0.waiting.set(Some(cx.waker().clone()));
        Poll::Pending
        // END
    }
}
