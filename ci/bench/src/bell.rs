//! How another thread wakes a task, and hears that it has run.

use std::future::poll_fn;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::task::{Poll, Waker};

/// Rings are numbered from 1, so none can be mistaken for another.
#[derive(Default)]
pub struct Bell {
    rung: AtomicUsize,
    answered: AtomicUsize,
    waker: Mutex<Option<Waker>>,
}

impl Bell {
    /// Wakes the task and spins until it has answered.
    pub fn ring(&self, number: usize) {
        self.rung.store(number, SeqCst);
        let waker = self.waker.lock().expect("nobody panicked").take();
        if let Some(waker) = waker {
            waker.wake();
        }
        while self.answered.load(SeqCst) < number {
            std::hint::spin_loop();
        }
    }

    /// Waits for the ring and answers it.
    pub async fn answer(&self, number: usize) {
        poll_fn(|cx| {
            if self.rung.load(SeqCst) >= number {
                return Poll::Ready(());
            }
            *self.waker.lock().expect("nobody panicked") = Some(cx.waker().clone());
            // It may have been rung before the waker was there to be taken.
            if self.rung.load(SeqCst) >= number {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        })
        .await;
        self.answered.store(number, SeqCst);
    }
}
