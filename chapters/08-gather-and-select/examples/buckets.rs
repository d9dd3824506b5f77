//! Three timers in the wheel: in which buckets they lie, each time that a loop would wake up.

use ch07_future_and_handle::Wakeup;
use std::time::Duration;
use wheel::Wheel;

/// The file itself, with a window in it.
#[allow(dead_code)] // A loop needs more of it than we do.
mod wheel {
    include!("../src/wheel.rs");

    impl Wheel {
        /// What lies on a level: the tick of each timer, and the number of its bucket.
        pub(crate) fn level(&self, level: usize) -> String {
            let buckets = self.buckets[64 * level..][..64].iter().enumerate();
            let timers = buckets.flat_map(|(number, bucket)| {
                bucket.iter().map(move |timer| format!("{} in {number}", timer.tick()))
            });
            timers.collect::<Vec<_>>().join(", ")
        }
    }
}

fn base_64(tick: u128) -> String {
    format!("{}:{:02}:{:02}", tick / 4096, tick / 64 % 64, tick % 64)
}

fn row(now: Duration, wheel: &Wheel, rings: &str) {
    let now = now.as_millis();
    let [of_1, of_64, of_4096] = [0, 1, 2].map(|level| wheel.level(level));
    let digits = base_64(now);
    let row = format!("{now:4} {rings:1} {digits}  {of_1:10} {of_64:11} {of_4096}");
    println!("{}", row.trim_end());
}

fn main() {
    let (mut wheel, now) = (Wheel::new(), Duration::from_millis(130));
    wheel.pop_due(now, drop);
    for tick in [133, 200, 9000] {
        wheel.insert(Duration::from_millis(tick), Wakeup::NOBODY);
    }
    println!(" now   base 64  of 1 tick  of 64       of 4096");
    row(now, &wheel, "");
    while let Some(next) = wheel.next_deadline() {
        let mut rings = "";
        wheel.pop_due(next, |_| rings = "!");
        row(next, &wheel, rings);
    }
}
