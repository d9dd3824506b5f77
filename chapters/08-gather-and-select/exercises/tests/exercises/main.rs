//! The exercises of chapter 08. One alone: `cargo test -p ex08-gather-and-select roads`.

mod duel;
mod hobs;
mod pigeons;
mod quiz;
mod roads;

use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, time};
use ch08_gather_and_select::{Selector, sleep};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// Runs it on a virtual clock.
fn run<F: Future<Output: 'static> + 'static>(future: F) -> F::Output {
    let selector = Selector::new(Clock::stopped()).expect("a selector");
    EventLoop::with_driver(selector).run_until_complete(future)
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
            if !self.2 {
                self.1.note(&format!("{} is dropped", self.0));
            }
        }
    }

    let mut gone = Gone(name, log, false);
    sleep(minutes(count)).await;
    gone.2 = true;
}
