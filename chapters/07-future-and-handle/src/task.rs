use crate::Wakeup;
use crate::core::Core;
use crate::handle::Hold;
use crate::job::FutureJob;
use std::any::Any;
use std::error::Error;
use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

/// A future that runs by itself. Await it to get its result; drop it, and it runs on
/// without you. The result is given once: who polls again waits for ever.
///
/// ```
/// use ch07_future_and_handle::{EventLoop, JoinError, spawn};
///
/// EventLoop::new().run_until_complete(async {
///     let task = spawn(async { 6 * 7 });
///     assert_eq!(task.await.unwrap(), 42);
///
///     let endless = spawn(std::future::pending::<()>());
///     endless.cancel();
///     assert!(matches!(endless.await, Err(JoinError::Cancelled)));
/// });
/// ```
pub struct Task<T> {
    hold: Hold,
    result: PhantomData<T>,
}

/// Why a task has no result.
#[derive(Debug)]
pub enum JoinError {
    /// Somebody called [`Task::cancel`].
    Cancelled,
    /// It panicked, with this.
    Panicked(Box<dyn Any + Send>),
}

impl<T: 'static> Task<T> {
    /// Drops the task's future at its next turn, which is soon. Awaiting the task then
    /// gives [`JoinError::Cancelled`]. If it has ended before, does nothing.
    pub fn cancel(&self) {
        self.hold.cancel();
    }

    /// Drops the task's future now. If that is what is running, drops it in the next turn
    /// of the loop, as [`cancel`](Task::cancel) does.
    ///
    /// ```
    /// # use ch07_future_and_handle::{EventLoop, spawn};
    /// # EventLoop::new().run_until_complete(async {
    /// let task = spawn(std::future::pending::<()>());
    /// task.cancel_now();
    /// assert!(task.is_ended());
    /// # });
    /// ```
    pub fn cancel_now(&self) {
        self.hold.cancel_now();
    }

    /// Whether the task has ended, one way or another.
    pub fn is_ended(&self) -> bool {
        self.hold.core.slots.borrow_mut().get(self.hold.slot).ended
    }

    /// A question that outlives the handle: has the task ended?
    pub(crate) fn ended(&self) -> impl Fn() -> bool + use<T> {
        let (core, slot) = (self.hold.core.clone(), self.hold.slot);
        move || core.slots.borrow_mut().get(slot).ended
    }

    /// The result, if the task has ended and nobody has taken it.
    pub(crate) fn take_result(&mut self) -> Option<Result<T, JoinError>> {
        let mut slots = self.hold.core.slots.borrow_mut();
        let slot = slots.get(self.hold.slot);
        let mut job = if slot.ended { slot.job.take()? } else { return None };
        drop(slots);
        let mut result = None;
        job.as_mut().take(&mut result);
        result
    }

    /// Who is to be woken at the end.
    pub(crate) fn set_joiner(&mut self, joiner: Wakeup) {
        let mut slots = self.hold.core.slots.borrow_mut();
        let before = slots.get(self.hold.slot).set_joiner(joiner);
        drop(slots);
        drop(before);
    }
}

impl<T: 'static> Future for Task<T> {
    type Output = Result<T, JoinError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output> {
        if let Some(result) = self.take_result() {
            return Poll::Ready(result);
        }
        let joiner = self.hold.core.wakeup(cx);
        self.set_joiner(joiner);
        Poll::Pending
    }
}

impl<T> Unpin for Task<T> {}

impl Core {
    pub(crate) fn spawn<F>(self: &Rc<Self>, future: F) -> Task<F::Output>
    where
        F: Future<Output: 'static> + 'static,
    {
        let hold = self.start(Box::pin(FutureJob::Running { future }));
        Task { hold, result: PhantomData }
    }
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            JoinError::Cancelled => f.write_str("the task was cancelled"),
            JoinError::Panicked(_) => f.write_str("the task panicked"),
        }
    }
}

impl Error for JoinError {}
