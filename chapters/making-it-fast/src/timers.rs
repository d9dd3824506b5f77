use crate::measure::{Effort, Entry, time};
use ch06_sleep_and_io::{TimerKey, Timers};
use ch07_future_and_handle::Wakeup;
use std::time::Duration;
use wheel::{Wheel, WheelKey};

/// Chapter 08's, the file itself.
#[path = "../../08-gather-and-select/src/wheel.rs"]
#[allow(dead_code)] // A loop needs more of it than we do.
mod wheel;

/// What keeps timers.
trait Store {
    type Key: Copy;
    const NAME: &'static str;
    fn new() -> Self;
    fn set(&mut self, deadline: Duration, wakeup: Wakeup) -> Self::Key;
    fn cancel(&mut self, key: Self::Key);
    fn fire(&mut self, now: Duration);
}

impl Store for Timers<Wakeup> {
    type Key = TimerKey;
    const NAME: &'static str = "a sorted map";

    fn new() -> Self {
        Timers::new()
    }

    fn set(&mut self, deadline: Duration, wakeup: Wakeup) -> TimerKey {
        self.insert(deadline, wakeup)
    }

    fn cancel(&mut self, key: TimerKey) {
        Timers::cancel(self, key);
    }

    fn fire(&mut self, now: Duration) {
        while self.pop_due(now).is_some() {}
    }
}

impl Store for Wheel {
    type Key = WheelKey;
    const NAME: &'static str = "a wheel";

    fn new() -> Self {
        Wheel::new()
    }

    fn set(&mut self, deadline: Duration, wakeup: Wakeup) -> WheelKey {
        self.insert(deadline, wakeup)
    }

    fn cancel(&mut self, key: WheelKey) {
        Wheel::cancel(self, key);
    }

    fn fire(&mut self, now: Duration) {
        self.pop_due(now, drop);
    }
}

/// What happens to a crowd of timers.
#[derive(Clone, Copy)]
pub(crate) enum Fate {
    /// Each fires, in a tenth of a second.
    Fire,
    /// Each is cancelled, in no order.
    Cancel,
    /// The crowd waits, while one after the other is set and cancelled at once.
    Churn,
}

impl Fate {
    pub(crate) fn list() -> [(String, Fate); 3] {
        [
            ("a timer that fires".into(), Fate::Fire),
            ("a timer that is cancelled".into(), Fate::Cancel),
            ("a timeout that was not needed".into(), Fate::Churn),
        ]
    }

    pub(crate) fn stores(self, effort: Effort) -> Vec<Entry> {
        let timers = effort.of(100_000);
        vec![self.entry::<Timers<Wakeup>>(timers), self.entry::<Wheel>(timers)]
    }

    fn entry<S: Store>(self, timers: usize) -> Entry {
        Entry::new(S::NAME, timers, move || {
            let mut store = S::new();
            let set = |store: &mut S, n| store.set(deadline(n), Wakeup::NOBODY);
            let fill = |store: &mut S| (0..timers).map(|n| set(store, n)).collect();
            match self {
                Fate::Fire => time(|| {
                    let _: Vec<_> = fill(&mut store);
                    (0..=100).for_each(|ms| store.fire(Duration::from_millis(ms)));
                }),
                Fate::Cancel => time(|| {
                    let crowd: Vec<_> = fill(&mut store);
                    (0..timers).for_each(|n| store.cancel(crowd[n * 7919 % timers]));
                }),
                Fate::Churn => {
                    let _: Vec<_> = fill(&mut store);
                    time(|| {
                        for n in 0..timers {
                            let key = set(&mut store, n);
                            store.cancel(key);
                        }
                    })
                }
            }
        })
    }
}

/// Within a tenth of a second, in no order.
fn deadline(n: usize) -> Duration {
    Duration::from_nanos(n as u64 * 15_485_863 % 100_000_000)
}
