//! The exercises of chapter 08. One alone: `cargo test -p ex08-gather-and-select roads`.

mod clerk;
mod duel;
mod hobs;
mod pigeons;
mod quiz;
mod roads;

use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, time};
use ch08_gather_and_select::{Selector, sleep};
use std::cell::RefCell;
use std::future::poll_fn;
use std::io::{Write, stderr};
use std::pin::pin;
use std::process;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::task::{Poll, Waker};
use std::thread;
use std::time::Duration;

/// In real time. All that the exercises wait for is on the virtual clock.
const LIMIT: Duration = Duration::from_secs(5);

const STUCK: &str = "Expected: it comes to an end. It has not, for five seconds: \
                     nobody has been woken, or it goes in a circle";

/// Runs it on a virtual clock, and not for ever.
fn run<F: Future<Output: 'static> + 'static>(future: F) -> F::Output {
    let selector = Selector::new(Clock::stopped()).expect("a selector");
    EventLoop::with_driver(selector).run_until_complete(limited(future))
}

/// Panics when the limit is over.
async fn limited<F: Future>(future: F) -> F::Output {
    let late = Arc::new(AtomicBool::new(false));
    let (_alive, end) = channel();
    let waker = poll_fn(|cx| Poll::Ready(cx.waker().clone())).await;
    let flag = late.clone();
    thread::spawn(|| watch(end, flag, waker));
    let mut future = pin!(future);
    poll_fn(|cx| {
        assert!(!late.load(SeqCst), "{STUCK}");
        future.as_mut().poll(cx)
    })
    .await
}

/// Tells it that it is late. If it does not listen, ends the tests.
fn watch(end: Receiver<()>, late: Arc<AtomicBool>, waker: Waker) {
    let is_late = || end.recv_timeout(LIMIT) == Err(RecvTimeoutError::Timeout);
    if is_late() {
        late.store(true, SeqCst);
        waker.wake();
        if is_late() {
            // `eprintln!` would be kept back until the test has ended.
            let _ = writeln!(stderr(), "\n{STUCK}");
            process::exit(1);
        }
    }
}

fn minutes(count: u64) -> Duration {
    Duration::from_secs(60 * count)
}

/// What time it is, in minutes. The wheel may add a millisecond.
fn clock() -> u64 {
    time().as_secs() / 60
}

/// What happens, and at what minute.
#[derive(Clone, Default)]
struct Log(Rc<RefCell<Vec<String>>>);

impl Log {
    fn note(&self, what: &str) {
        self.0.borrow_mut().push(format!("{:2}  {what}", clock()));
    }

    fn text(&self) -> String {
        self.0.borrow().join("\n")
    }
}

/// Takes so many minutes. Notes down if it is dropped before.
async fn takes(count: u64, name: &str, log: &Log) {
    struct Gone<'a>(&'a str, &'a Log, bool);

    impl Drop for Gone<'_> {
        fn drop(&mut self) {
            // In a panic, the loop and its clock may be gone.
            if !self.2 && !thread::panicking() {
                self.1.note(&format!("{} is dropped", self.0));
            }
        }
    }

    let mut gone = Gone(name, log, false);
    sleep(minutes(count)).await;
    gone.2 = true;
}
