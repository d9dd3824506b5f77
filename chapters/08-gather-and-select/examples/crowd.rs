//! A crowd asleep, on the loop of chapter 07 and on ours: what one sleep costs.

use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, ThreadDriver, sleep as map_sleep, spawn};
use ch08_gather_and_select::{Selector, sleep as wheel_sleep};
use std::io;
use std::time::{Duration, Instant};

/// So many sleep at once, each for up to a minute.
const CROWD: u64 = 100_000;

/// Nanoseconds for each of the crowd, from falling asleep to waking up. The clock is
/// virtual, so that waiting costs nothing.
fn measure<F>(event_loop: &EventLoop, sleep: fn(Duration) -> F) -> u128
where
    F: Future<Output = ()> + 'static,
{
    let start = Instant::now();
    event_loop.run_until_complete(async move {
        let sleepers: Vec<_> = (0..CROWD)
            // Somehow mixed, and always the same.
            .map(|number| Duration::from_millis(number * 7919 % 60_000))
            .map(|duration| spawn(sleep(duration)))
            .collect();
        for sleeper in sleepers {
            sleeper.await.expect("nobody panics");
        }
    });
    start.elapsed().as_nanos() / u128::from(CROWD)
}

fn main() -> io::Result<()> {
    ch04_scheduler::trace::init();
    let map = EventLoop::with_driver(ThreadDriver::new(Clock::stopped()));
    let wheel = EventLoop::with_driver(Selector::new(Clock::stopped())?);
    println!("a sorted map: {:5} ns a sleep", measure(&map, map_sleep));
    println!("a wheel:      {:5} ns a sleep", measure(&wheel, wheel_sleep));
    Ok(())
}
