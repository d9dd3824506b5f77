use crate::core::Core;
use crate::job::contain;
use crate::running::Running;
use crate::turns::Turns;
use crate::{Driver, Handle, JoinError, Task, ThreadDriver, TimerHandle, Wakeup};
use ch06_sleep_and_io::Clock;
use std::cell::RefCell;
use std::panic::resume_unwind;
use std::rc::Rc;
use std::time::Duration;

/// Runs tasks and callbacks on one thread, in the order in which they became ready.
///
/// ```
/// use ch07_future_and_handle::{EventLoop, spawn};
///
/// let event_loop = EventLoop::new();
/// let sum = event_loop.run_until_complete(async {
///     let one = spawn(async { 1 });
///     let two = spawn(async { 2 });
///     one.await.unwrap() + two.await.unwrap()
/// });
/// assert_eq!(sum, 3);
/// ```
pub struct EventLoop {
    core: Rc<Core>,
    turns: RefCell<Turns>,
}

impl EventLoop {
    /// A loop that goes by the computer's clock.
    #[expect(clippy::new_without_default, reason = "its clock starts now")]
    pub fn new() -> Self {
        EventLoop::with_driver(ThreadDriver::new(Clock::system()))
    }

    /// A loop that goes by the clock that the environment variable `CLOCK` asks for:
    /// see [`Clock::from_env`].
    pub fn from_env() -> Self {
        EventLoop::with_driver(ThreadDriver::new(Clock::from_env()))
    }

    /// A loop that waits with this driver.
    pub fn with_driver(driver: impl Driver) -> Self {
        let core = Core::new(Box::new(driver));
        EventLoop { turns: RefCell::new(Turns::new(&core)), core: Rc::new(core) }
    }

    /// Runs until the future is complete. Other tasks stay where they are, for the next
    /// run.
    ///
    /// # Panics
    ///
    /// If the future panics, or if an event loop is already running on this thread.
    pub fn run_until_complete<F>(&self, future: F) -> F::Output
    where
        F: Future<Output: 'static> + 'static,
    {
        let mut task = self.spawn(future);
        let result = loop {
            let stop = self.core.call_when(task.ended(), crate::stop);
            task.set_joiner(Wakeup::Slot(stop.slot));
            self.run_forever();
            stop.cancel_now();
            // Who stopped the loop? If it was somebody else, we are not done.
            if let Some(result) = task.take_result() {
                break result;
            }
        };
        match result {
            Ok(output) => output,
            Err(JoinError::Panicked(panic)) => resume_unwind(panic),
            Err(JoinError::Cancelled) => unreachable!("nobody else has the task"),
        }
    }

    /// Runs until somebody calls [`stop`](EventLoop::stop).
    ///
    /// # Panics
    ///
    /// If an event loop is already running on this thread.
    pub fn run_forever(&self) {
        let _running = Running::enter(&self.core);
        let mut turns = self.turns.borrow_mut();
        loop {
            turns.run_once(&self.core);
            if self.core.stopping.take() {
                return;
            }
        }
    }

    /// One turn: runs what is ready now, once. If nothing is, sleeps until something is.
    ///
    /// # Panics
    ///
    /// If an event loop is already running on this thread.
    pub fn run_once(&self) {
        let _running = Running::enter(&self.core);
        self.turns.borrow_mut().run_once(&self.core);
    }

    /// The loop ends after the turn that it is in.
    pub fn stop(&self) {
        self.core.stopping.set(true);
    }

    /// Calls `f` in the next turn.
    pub fn call_soon(&self, f: impl FnOnce() + 'static) -> Handle {
        self.core.call_soon(f)
    }

    /// Calls `f` when this much time has passed.
    pub fn call_later(
        &self,
        delay: Duration,
        f: impl FnOnce() + 'static,
    ) -> TimerHandle {
        self.core.call_later(delay, f)
    }

    /// Calls `f` at this [`time`](EventLoop::time). If several are due at the same time,
    /// they are called in the order in which they were given.
    pub fn call_at(
        &self,
        deadline: Duration,
        f: impl FnOnce() + 'static,
    ) -> TimerHandle {
        self.core.call_at(deadline, f)
    }

    /// The time since the loop was made.
    pub fn time(&self) -> Duration {
        self.core.time()
    }

    /// Runs a future as a task of its own, from the next turn on.
    pub fn spawn<F>(&self, future: F) -> Task<F::Output>
    where
        F: Future<Output: 'static> + 'static,
    {
        self.core.spawn(future)
    }
}

impl EventLoop {
    /// Writes a warning to stderr whenever one step takes longer than this: somebody keeps
    /// all others waiting. It says who: the name of the `async fn`.
    pub fn warn_after(&self, threshold: Duration) {
        self.core.watch.threshold.set(Some(threshold));
    }

    /// Holds no more tasks and callbacks than this at once. Whoever starts one more
    /// panics: if that is a task, it ends, and the loop goes on.
    ///
    /// ```
    /// use ch07_future_and_handle::{EventLoop, spawn};
    /// use std::future::pending;
    ///
    /// let event_loop = EventLoop::new();
    /// event_loop.set_limit(100);
    /// event_loop.run_until_complete(async {
    ///     let greedy = spawn(async { while !spawn(pending::<()>()).is_ended() {} });
    ///     assert!(greedy.await.is_err());
    /// });
    /// ```
    pub fn set_limit(&self, limit: usize) {
        self.core.slots.borrow_mut().limit = Some(limit);
    }
}

impl Drop for EventLoop {
    /// Drops all tasks. Tasks hold the loop and the loop holds them, so neither would go
    /// by itself.
    fn drop(&mut self) {
        loop {
            let jobs = self.core.slots.borrow_mut().clear();
            if jobs.is_empty() {
                return;
            }
            jobs.into_iter().for_each(|job| contain(|| drop(job)));
        }
    }
}
