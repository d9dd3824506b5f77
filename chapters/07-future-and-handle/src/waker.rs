use crate::core::Core;
use crate::remote::Remote;
use crate::running;
use crate::slots::NO_SLOT;
use std::mem;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::task::{Context, Wake, Waker};

/// Whom to wake.
///
/// It is two words long, as a `Waker` is. But noting down a slot of our own loop costs
/// nothing, where a clone of a `Waker` costs a locked instruction.
///
/// ```
/// use ch07_future_and_handle::{EventLoop, Wakeup};
/// use std::future::poll_fn;
/// use std::task::Poll;
///
/// EventLoop::new().run_until_complete(poll_fn(|cx| {
///     assert!(matches!(Wakeup::of(cx), Wakeup::Slot(_)));
///     Poll::Ready(())
/// }));
/// ```
pub enum Wakeup {
    /// What is in this slot of the loop.
    Slot(u32),
    /// Somebody of whom we know only how to wake him.
    Waker(Waker),
}

impl Wakeup {
    /// Nobody. An `Option` would make it three words.
    pub const NOBODY: Wakeup = Wakeup::Slot(NO_SLOT);

    /// Whoever is polled with `cx`.
    ///
    /// # Panics
    ///
    /// If no event loop is running on this thread.
    pub fn of(cx: &Context) -> Wakeup {
        running::with(|core| core.wakeup(cx))
    }

    /// Wakes whoever it is, on the running loop. If none is running, nobody is there.
    pub fn wake(self) {
        running::wake_up(self);
    }

    /// Takes out whom to wake, and leaves nobody.
    pub fn take(&mut self) -> Wakeup {
        mem::replace(self, Wakeup::NOBODY)
    }
}

/// A `Waker` of ours. Clones of it may go to other threads, and may outlive the task and
/// the loop.
pub(crate) struct SlotWaker {
    signal: Arc<Signal>,
    pub(crate) waker: Waker,
}

/// What the waker's clones share.
struct Signal {
    remote: Arc<Remote>,
    slot: AtomicU32,
    /// Whether a letter from another thread is under way. One is enough.
    sent: AtomicBool,
}

impl SlotWaker {
    pub(crate) fn new(remote: &Arc<Remote>) -> Self {
        let slot = AtomicU32::new(NO_SLOT);
        let signal = Arc::new(Signal {
            remote: remote.clone(),
            slot,
            sent: AtomicBool::new(false),
        });
        SlotWaker { waker: signal.clone().into(), signal }
    }

    /// From now on it wakes this slot, whose turn begins.
    pub(crate) fn aim(&self, slot: u32) {
        self.signal.slot.store(slot, Ordering::Relaxed);
        // What other threads have said by now, the task will see. For more, a new letter.
        if self.signal.sent.load(Ordering::Relaxed) {
            self.signal.sent.swap(false, Ordering::AcqRel);
        }
    }

    /// Whether somebody has kept a clone of the waker.
    pub(crate) fn is_kept(&self) -> bool {
        // Two are ours: `signal`, and the one in `waker`.
        let kept = Arc::strong_count(&self.signal) > 2;
        // If another thread has dropped its clone, it is done with `slot` before we aim anew.
        fence(Ordering::Acquire);
        kept
    }
}

impl Drop for SlotWaker {
    /// Its task has ended. Clones that live on wake nobody.
    fn drop(&mut self) {
        self.aim(NO_SLOT);
    }
}

impl Wake for Signal {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        let slot = self.slot.load(Ordering::Relaxed);
        if !running::wake(&self.remote, slot) && !self.sent.swap(true, Ordering::AcqRel)
        {
            self.remote.wake(slot);
        }
    }
}

impl Core {
    /// Whoever is polled with `cx`.
    pub(crate) fn wakeup(&self, cx: &Context) -> Wakeup {
        let (waker, slot) = self.polling.get();
        if slot != NO_SLOT && cx.waker().data() == waker {
            Wakeup::Slot(slot)
        } else {
            Wakeup::Waker(cx.waker().clone())
        }
    }

    /// Wakes it.
    pub(crate) fn wake(&self, wakeup: Wakeup) {
        match wakeup {
            Wakeup::Slot(slot) => self.slots.borrow_mut().wake(slot),
            Wakeup::Waker(waker) => crate::job::contain(|| waker.wake()),
        }
    }
}
