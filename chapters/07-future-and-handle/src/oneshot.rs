use crate::core::Core;
use crate::handle::Hold;
use crate::{Wakeup, running};
use std::cell::{Cell, RefCell};
use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

/// A value that will be there later: one end to set it, one to await it. This is
/// asyncio's `Future`, in two halves.
///
/// ```
/// use ch07_future_and_handle::{EventLoop, oneshot, spawn};
///
/// EventLoop::new().run_until_complete(async {
///     let (sender, receiver) = oneshot();
///     spawn(async { sender.send("hello") });
///     assert_eq!(receiver.await, Ok("hello"));
/// });
/// ```
///
/// # Panics
///
/// If no event loop is running on this thread.
pub fn oneshot<T>() -> (Sender<T>, Receiver<T>) {
    let state = Rc::new(State {
        core: running::with(Rc::clone),
        done: Cell::new(false),
        value: Cell::new(None),
        waiter: Cell::new(Wakeup::NOBODY),
        callbacks: RefCell::default(),
    });
    (Sender(state.clone()), Receiver(state))
}

/// Sets the value.
pub struct Sender<T>(Rc<State<T>>);

/// Awaits the value. It is given once: who polls again waits for ever.
pub struct Receiver<T>(Rc<State<T>>);

/// The sender was dropped, so there will be no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

struct State<T> {
    core: Rc<Core>,
    /// Whether there has been a value, or there will be none.
    done: Cell<bool>,
    value: Cell<Option<Result<T, Cancelled>>>,
    waiter: Cell<Wakeup>,
    callbacks: RefCell<Vec<Hold>>,
}

impl<T> Sender<T> {
    /// Sets the value. It takes the sender itself, so it cannot be called twice.
    ///
    /// # Errors
    ///
    /// Gives the value back if nobody is left to hear of it.
    pub fn send(self, value: T) -> Result<(), T> {
        if Rc::strong_count(&self.0) == 1 {
            return Err(value);
        }
        self.0.set(Ok(value));
        Ok(())
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.0.set(Err(Cancelled));
    }
}

impl<T: 'static> Receiver<T> {
    /// Calls `f` in the turn after the value has been set, or the sender was dropped. If
    /// there are several, in the order in which they were added.
    pub fn add_done_callback(&self, f: impl FnOnce() + 'static) {
        let state = self.0.clone();
        let callback = self.0.core.call_when(move || state.done.get(), f);
        if self.0.done.get() {
            self.0.core.wake(Wakeup::Slot(callback.slot));
        } else {
            self.0.callbacks.borrow_mut().push(callback);
        }
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.0.waiter.set(Wakeup::NOBODY);
    }
}

impl<T> State<T> {
    /// The first value counts. Callbacks come first, because they came first: nobody can
    /// add one to a receiver that is being awaited.
    fn set(&self, value: Result<T, Cancelled>) {
        if self.done.replace(true) {
            return;
        }
        self.value.set(Some(value));
        for callback in self.callbacks.take() {
            self.core.wake(Wakeup::Slot(callback.slot));
        }
        self.core.wake(self.waiter.replace(Wakeup::NOBODY));
    }
}

impl<T> Future for Receiver<T> {
    type Output = Result<T, Cancelled>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output> {
        if let Some(value) = self.0.value.take() {
            return Poll::Ready(value);
        }
        self.0.waiter.set(self.0.core.wakeup(cx));
        Poll::Pending
    }
}

impl fmt::Display for Cancelled {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the sender was dropped")
    }
}

impl Error for Cancelled {}
