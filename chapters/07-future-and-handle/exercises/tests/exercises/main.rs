//! The exercises of chapter 07. One alone: `cargo test -p ex07-future-and-handle toaster`.

mod berths;
mod block_on;
mod both;
mod box_office;
mod toaster;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::task::Wake;

/// A waker's other end: counts how often it is called.
#[derive(Default)]
struct Calls(AtomicUsize);

impl Calls {
    fn count(&self) -> usize {
        self.0.load(SeqCst)
    }
}

impl Wake for Calls {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, SeqCst);
    }
}
