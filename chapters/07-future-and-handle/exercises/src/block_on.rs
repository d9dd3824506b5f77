// Check it: cargo test -p ex07-future-and-handle block_on

//! `main` is not `async`. Somebody has to poll the first future, and to do nothing in
//! between. The smallest event loop has one future, one thread, and no queue.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

/// Ends the sleep of a thread.
struct Alarm {
    thread: Thread,
    /// Whether it has rung since the last poll. A park may end for no reason, and the
    /// future may itself park and so swallow an `unpark`: this flag is what counts.
    rung: AtomicBool,
}

/// From any thread: notes that it has rung, and unparks.
impl Wake for Alarm {
    fn wake(self: Arc<Self>) {
        todo!("set the flag, then unpark the thread")
    }
}

/// Runs a future on this thread. Polls it at once, and then each time it has called its
/// waker; one poll for several calls will do. In between, the thread is parked.
pub fn block_on<F: Future>(future: F) -> F::Output {
    let alarm =
        Arc::new(Alarm { thread: thread::current(), rung: AtomicBool::new(false) });
    todo!("pin the future, make a waker of the alarm, then poll and park by turns")
}
