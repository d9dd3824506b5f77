//! The loop that is running on this thread, for the code that it runs.

use crate::core::Core;
use crate::remote::Remote;
use crate::{Driver, Handle, Task, TimerHandle, Wakeup};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

thread_local! {
    static RUNNING: RefCell<Option<Rc<Core>>> = const { RefCell::new(None) };
}

/// The loop is running as long as this lives.
pub(crate) struct Running;

impl Running {
    pub(crate) fn enter(core: &Rc<Core>) -> Self {
        RUNNING.with_borrow_mut(|running| {
            assert!(
                running.is_none(),
                "an event loop is already running on this thread"
            );
            *running = Some(core.clone());
        });
        Running
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        RUNNING.take();
    }
}

pub(crate) fn with<R>(f: impl FnOnce(&Rc<Core>) -> R) -> R {
    RUNNING.with_borrow(|running| {
        f(running.as_ref().expect("no event loop is running on this thread"))
    })
}

/// Wakes somebody, if a loop is running.
pub(crate) fn wake_up(wakeup: Wakeup) {
    RUNNING.with_borrow(|running| {
        if let Some(core) = running {
            core.wake(wakeup);
        }
    });
}

/// Wakes a slot, if its loop is the one that is running here. No lock, no atomic.
pub(crate) fn wake(remote: &Arc<Remote>, slot: u32) -> bool {
    let woken = RUNNING.try_with(|running| match &*running.borrow() {
        Some(core) if Arc::ptr_eq(&core.remote, remote) => {
            core.slots.borrow_mut().wake(slot);
            true
        }
        _ => false,
    });
    woken == Ok(true)
}

/// [`EventLoop::call_soon`](crate::EventLoop::call_soon), on the running loop.
///
/// # Panics
///
/// If no event loop is running on this thread; so do all functions of this kind.
pub fn call_soon(f: impl FnOnce() + 'static) -> Handle {
    with(|core| core.call_soon(f))
}

/// [`EventLoop::call_later`](crate::EventLoop::call_later), on the running loop.
pub fn call_later(delay: Duration, f: impl FnOnce() + 'static) -> TimerHandle {
    with(|core| core.call_later(delay, f))
}

/// [`EventLoop::call_at`](crate::EventLoop::call_at), on the running loop.
pub fn call_at(deadline: Duration, f: impl FnOnce() + 'static) -> TimerHandle {
    with(|core| core.call_at(deadline, f))
}

/// [`EventLoop::spawn`](crate::EventLoop::spawn), on the running loop.
pub fn spawn<F: Future<Output: 'static> + 'static>(future: F) -> Task<F::Output> {
    with(|core| core.spawn(future))
}

/// [`EventLoop::stop`](crate::EventLoop::stop), on the running loop.
pub fn stop() {
    with(|core| core.stopping.set(true));
}

/// [`EventLoop::time`](crate::EventLoop::time), on the running loop.
pub fn time() -> Duration {
    with(|core| core.time())
}

/// Does something with the running loop's driver. `None`: it has one of another kind.
pub fn driver<D: Driver, R>(f: impl FnOnce(&mut D) -> R) -> Option<R> {
    with(|core| {
        let mut driver = core.driver.borrow_mut();
        let driver: &mut dyn Any = &mut **driver;
        driver.downcast_mut().map(f)
    })
}
