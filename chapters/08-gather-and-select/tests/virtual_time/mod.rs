//! A loop on a virtual clock.

use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::EventLoop;
use ch08_gather_and_select::Selector;
use std::time::Duration;

pub(crate) fn event_loop() -> EventLoop {
    EventLoop::with_driver(Selector::new(Clock::stopped()).expect("a selector"))
}

pub(crate) fn run<F: Future<Output: 'static> + 'static>(future: F) -> F::Output {
    event_loop().run_until_complete(future)
}

pub(crate) fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}
