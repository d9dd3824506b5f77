use crate::Wakeup;
use ch06_sleep_and_io::{Clock, TimerKey, Timers};
use std::any::Any;
use std::sync::Arc;
use std::thread::{self, Thread};
use std::time::Duration;

/// What an event loop waits with: a clock, timers, and a way to sleep.
pub trait Driver: Any {
    /// The time since the clock's start.
    fn now(&self) -> Duration;

    /// Will hand out `wakeup` at this time, after those with the same time that came before.
    fn set_timer(&mut self, deadline: Duration, wakeup: Wakeup) -> TimerKey;

    /// Takes a timer out, if it has not been handed out. It is cancelled once at the most.
    fn cancel_timer(&mut self, key: TimerKey) -> Option<Wakeup>;

    /// Adds to `woken` all who can go on by now. With `block`, sleeps until there is
    /// somebody, or the bell rings.
    fn wait(&mut self, block: bool, woken: &mut Vec<Wakeup>);

    /// What other threads ring to end a sleep in [`wait`](Driver::wait).
    fn bell(&self) -> Arc<dyn Bell>;
}

/// Ends the sleep of an event loop, from any thread. If the loop is not asleep, its next
/// sleep ends at once.
pub trait Bell: Send + Sync {
    /// Rings it.
    fn ring(&self);
}

/// The driver of a loop that waits for time and for other threads, and for nothing else.
///
/// ```
/// use ch06_sleep_and_io::Clock;
/// use ch07_future_and_handle::{EventLoop, ThreadDriver, sleep};
/// use std::time::{Duration, Instant};
///
/// let start = Instant::now();
/// let event_loop = EventLoop::with_driver(ThreadDriver::new(Clock::stopped()));
/// event_loop.run_until_complete(sleep(Duration::from_secs(3600)));
/// assert!(start.elapsed() < Duration::from_secs(1));
/// ```
pub struct ThreadDriver {
    clock: Clock,
    timers: Timers<Wakeup>,
}

impl ThreadDriver {
    /// A driver that goes by this clock.
    pub fn new(clock: Clock) -> Self {
        ThreadDriver { clock, timers: Timers::new() }
    }

    /// Sleeps until the first deadline, or until the bell rings.
    fn sleep(&mut self) {
        match (self.timers.next_deadline(), &mut self.clock) {
            (None, _) => thread::park(),
            (Some(deadline), Clock::Virtual(now)) => *now = deadline.max(*now),
            (Some(deadline), Clock::System(start)) => {
                thread::park_timeout(deadline.saturating_sub(start.elapsed()));
            }
        }
    }
}

impl Driver for ThreadDriver {
    fn now(&self) -> Duration {
        self.clock.now()
    }

    fn set_timer(&mut self, deadline: Duration, wakeup: Wakeup) -> TimerKey {
        self.timers.insert(deadline, wakeup)
    }

    fn cancel_timer(&mut self, key: TimerKey) -> Option<Wakeup> {
        self.timers.cancel(key)
    }

    fn wait(&mut self, block: bool, woken: &mut Vec<Wakeup>) {
        if block {
            self.sleep();
        }
        let now = self.now();
        while let Some(wakeup) = self.timers.pop_due(now) {
            woken.push(wakeup);
        }
    }

    fn bell(&self) -> Arc<dyn Bell> {
        Arc::new(thread::current())
    }
}

impl Bell for Thread {
    fn ring(&self) {
        self.unpark();
    }
}
