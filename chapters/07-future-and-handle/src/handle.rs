use crate::Wakeup;
use crate::core::Core;
use crate::job::{Callback, contain};
use ch06_sleep_and_io::TimerKey;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// Keeps a slot for one job, even after that has ended.
pub(crate) struct Hold {
    pub(crate) slot: u32,
    pub(crate) core: Rc<Core>,
}

impl Hold {
    /// Ends the job at its next turn, which is soon.
    pub(crate) fn cancel(&self) {
        let mut slots = self.core.slots.borrow_mut();
        let slot = slots.get(self.slot);
        if !slot.ended {
            slot.cancelled = true;
            slots.wake(self.slot);
        }
    }

    /// Ends the job now. If it is running, then in the next turn of the loop.
    pub(crate) fn cancel_now(&self) {
        let mut slots = self.core.slots.borrow_mut();
        let slot = slots.get(self.slot);
        if slot.ended {
            return;
        }
        let Some(mut job) = slot.job.take() else {
            drop(slots);
            return self.cancel();
        };
        drop(slots);
        job.as_mut().cancel();
        self.core.end(self.slot, job, "cancelled");
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        let mut slots = self.core.slots.borrow_mut();
        let slot = slots.get(self.slot);
        slot.held = false;
        let joiner = slot.take_joiner();
        let result = if slot.ended { slot.job.take() } else { None };
        slots.release(self.slot);
        drop(slots);
        // Foreign code, so not while anything is borrowed.
        contain(|| drop((joiner, result)));
    }
}

/// A callback that will be called, unless you cancel it. Dropping the handle does not.
///
/// ```
/// use ch07_future_and_handle::EventLoop;
///
/// let event_loop = EventLoop::new();
/// event_loop.call_soon(|| println!("one"));
/// let two = event_loop.call_soon(|| unreachable!());
/// two.cancel();
/// event_loop.run_once();
/// ```
pub struct Handle(Hold);

impl Handle {
    /// Drops the callback. If it has been called, does nothing.
    pub fn cancel(&self) {
        self.0.cancel_now();
    }
}

/// A callback that will be called at a certain time, unless you cancel it. Dropping the
/// handle does not.
///
/// ```
/// use ch07_future_and_handle::EventLoop;
/// use std::time::Duration;
///
/// let event_loop = EventLoop::new();
/// let alarm = event_loop.call_later(Duration::from_secs(3600), || unreachable!());
/// alarm.cancel();
/// ```
pub struct TimerHandle {
    hold: Hold,
    timer: Cell<Option<TimerKey>>,
}

impl TimerHandle {
    /// Drops the callback. If it has been called, does nothing.
    pub fn cancel(&self) {
        // Once only: the driver may give the key to another timer.
        if let Some(timer) = self.timer.take() {
            self.hold.core.driver.borrow_mut().cancel_timer(timer);
        }
        self.hold.cancel_now();
    }
}

impl Core {
    pub(crate) fn time(&self) -> Duration {
        self.driver.borrow().now()
    }

    pub(crate) fn call_soon<F>(self: &Rc<Self>, f: F) -> Handle
    where
        F: FnOnce() + 'static,
    {
        Handle(self.start(Box::pin(Callback::new(f, || true))))
    }

    pub(crate) fn call_later<F>(self: &Rc<Self>, delay: Duration, f: F) -> TimerHandle
    where
        F: FnOnce() + 'static,
    {
        self.call_at(self.time().saturating_add(delay), f)
    }

    pub(crate) fn call_at<F>(self: &Rc<Self>, deadline: Duration, f: F) -> TimerHandle
    where
        F: FnOnce() + 'static,
    {
        let hold = self.call_when(move || crate::time() >= deadline, f);
        let wakeup = Wakeup::Slot(hold.slot);
        let timer = self.driver.borrow_mut().set_timer(deadline, wakeup);
        TimerHandle { hold, timer: Cell::new(Some(timer)) }
    }

    /// Calls `f` when somebody wakes the slot, and `is_due`.
    pub(crate) fn call_when<D, F>(self: &Rc<Self>, is_due: D, f: F) -> Hold
    where
        D: Fn() -> bool + 'static,
        F: FnOnce() + 'static,
    {
        self.add(Box::pin(Callback::new(f, is_due)))
    }
}
