use std::collections::BTreeMap;
use std::time::Duration;

/// Things to be done at a time, the earliest first; at equal times, in the order
/// they came.
///
/// ```
/// use ch06_sleep_and_io::Timers;
/// use std::time::Duration;
///
/// let mut timers = Timers::new();
/// let tea = timers.insert(Duration::from_secs(180), "tea");
/// timers.insert(Duration::from_secs(60), "egg");
/// assert_eq!(timers.next_deadline(), Some(Duration::from_secs(60)));
///
/// assert_eq!(timers.cancel(tea), Some("tea"));
/// assert_eq!(timers.pop_due(Duration::from_secs(200)), Some("egg"));
/// assert_eq!(timers.pop_due(Duration::from_secs(200)), None);
/// ```
pub struct Timers<T> {
    entries: BTreeMap<TimerKey, T>,
    /// How many there have ever been, so that no two keys are equal.
    inserted: u64,
}

/// Names one entry of [`Timers`], to cancel it. Keys are ordered as their timers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimerKey {
    /// When it is due.
    pub deadline: Duration,
    /// Tells it from others that are due at the same time.
    pub number: u64,
}

impl<T> Timers<T> {
    /// No timers.
    pub fn new() -> Self {
        Timers { entries: BTreeMap::new(), inserted: 0 }
    }

    /// Sets a timer.
    pub fn insert(&mut self, deadline: Duration, value: T) -> TimerKey {
        self.inserted += 1;
        let key = TimerKey { deadline, number: self.inserted };
        self.entries.insert(key, value);
        key
    }

    /// Takes a timer out, if it is still there.
    pub fn cancel(&mut self, key: TimerKey) -> Option<T> {
        self.entries.remove(&key)
    }

    /// When the first timer is due.
    pub fn next_deadline(&self) -> Option<Duration> {
        self.entries.first_key_value().map(|(key, _)| key.deadline)
    }

    /// Takes the first timer out if it is due at `now`.
    pub fn pop_due(&mut self, now: Duration) -> Option<T> {
        let first = self.entries.first_entry()?;
        (first.key().deadline <= now).then(|| first.remove())
    }

    /// Whether no timer is set.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<T> Default for Timers<T> {
    fn default() -> Self {
        Timers::new()
    }
}
