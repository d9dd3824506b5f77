//! The plainest driver, a list; and what can be wrong with one.

use ch06_sleep_and_io::TimerKey;
use ch07_future_and_handle::{Bell, Driver, Wakeup};
use std::panic::resume_unwind;
use std::sync::Arc;
use std::time::Duration;

/// A driver with a virtual clock. It panics if nobody will ever be woken.
#[derive(Default)]
pub(crate) struct List {
    fault: Option<Fault>,
    now: Duration,
    timers: Vec<(TimerKey, Wakeup)>,
    set: u64,
}

/// What is wrong with a driver.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Fault {
    /// Of several that are due together, one is woken and the others are dropped.
    LostWakeup,
    /// Nobody can take a timer out again.
    LeftRegistered,
    /// At equal deadlines, who came last is woken first.
    Lifo,
    /// Whenever it is asked, it wakes everybody. That is allowed.
    Spurious,
}

impl List {
    pub(crate) fn with(fault: Option<Fault>) -> Self {
        List { fault, ..List::default() }
    }
}

impl Driver for List {
    fn now(&self) -> Duration {
        self.now
    }

    fn set_timer(&mut self, deadline: Duration, wakeup: Wakeup) -> TimerKey {
        self.set += 1;
        let key = TimerKey { deadline, number: self.set };
        self.timers.push((key, wakeup));
        key
    }

    fn cancel_timer(&mut self, key: TimerKey) -> Option<Wakeup> {
        if self.fault == Some(Fault::LeftRegistered) {
            return None;
        }
        let at = self.timers.iter().position(|(other, _)| *other == key)?;
        Some(self.timers.remove(at).1)
    }

    fn wait(&mut self, block: bool, woken: &mut Vec<Wakeup>) {
        if self.fault == Some(Fault::Spurious) {
            woken.extend((0..64).map(Wakeup::Slot));
        }
        self.timers.sort_by_key(|(key, _)| *key);
        if block {
            match self.timers.first() {
                Some((key, _)) => self.now = self.now.max(key.deadline),
                None => resume_unwind(Box::new("nobody will ever be woken")),
            }
        }
        let due = self.timers.partition_point(|(key, _)| key.deadline <= self.now);
        let mut due: Vec<_> =
            self.timers.drain(..due).map(|(_, wakeup)| wakeup).collect();
        match self.fault {
            Some(Fault::LostWakeup) => due.truncate(1),
            Some(Fault::Lifo) => due.reverse(),
            _ => {}
        }
        woken.append(&mut due);
    }

    fn bell(&self) -> Arc<dyn Bell> {
        Arc::new(Deaf)
    }
}

/// No other thread rings it.
struct Deaf;

impl Bell for Deaf {
    fn ring(&self) {}
}
