//! A crowd asleep, on the loop of chapter 07 and on ours: what one sleep costs, and what
//! it costs to set a timer and to cancel it.

use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{
    Driver, EventLoop, ThreadDriver, Wakeup, driver, sleep as map_sleep, spawn,
};
use ch08_gather_and_select::{Selector, sleep as wheel_sleep};
use std::future::poll_fn;
use std::io;
use std::mem;
use std::task::Poll;
use std::time::{Duration, Instant};

/// So many sleep at once, each for up to a minute.
const CROWD: u64 = 100_000;

/// Somehow mixed, and always the same.
fn length(number: u64) -> Duration {
    Duration::from_millis(number * 7919 % 60_000)
}

/// A sleep on the sorted map whose timer wakes the task itself.
async fn direct_sleep(duration: Duration) {
    let mut asleep = false;
    poll_fn(|cx| {
        if mem::replace(&mut asleep, true) {
            return Poll::Ready(());
        }
        let wakeup = Wakeup::of(cx);
        driver(|map: &mut ThreadDriver| map.set_timer(map.now() + duration, wakeup))
            .expect("the loop of chapter 07");
        Poll::Pending
    })
    .await;
}

/// Nanoseconds for each of the crowd, from falling asleep to waking up. The clock is
/// virtual, so that waiting costs nothing.
fn measure<F>(event_loop: &EventLoop, sleep: fn(Duration) -> F) -> u128
where
    F: Future<Output = ()> + 'static,
{
    let start = Instant::now();
    event_loop.run_until_complete(async move {
        let sleepers: Vec<_> =
            (0..CROWD).map(|number| spawn(sleep(length(number)))).collect();
        for sleeper in sleepers {
            sleeper.await.expect("nobody panics");
        }
    });
    start.elapsed().as_nanos() / u128::from(CROWD)
}

/// Nanoseconds for each of a crowd of timers, to be set, and to be cancelled before it
/// fires.
fn set_and_cancel(driver: &mut impl Driver) -> u128 {
    let start = Instant::now();
    let set = |number| driver.set_timer(length(number), Wakeup::NOBODY);
    let keys: Vec<_> = (0..CROWD).map(set).collect();
    for key in keys {
        driver.cancel_timer(key);
    }
    start.elapsed().as_nanos() / u128::from(CROWD)
}

fn main() -> io::Result<()> {
    ch04_scheduler::trace::init();
    let map = EventLoop::with_driver(ThreadDriver::new(Clock::stopped()));
    let wheel = EventLoop::with_driver(Selector::new(Clock::stopped())?);
    println!("chapter 07:         {:5} ns a sleep", measure(&map, map_sleep));
    println!("map, direct wake:   {:5} ns a sleep", measure(&map, direct_sleep));
    println!("wheel, direct wake: {:5} ns a sleep", measure(&wheel, wheel_sleep));

    let (mut map, mut wheel) =
        (ThreadDriver::new(Clock::stopped()), Selector::new(Clock::stopped())?);
    println!("map:                {:5} ns to set and cancel", set_and_cancel(&mut map));
    println!(
        "wheel:              {:5} ns to set and cancel",
        set_and_cancel(&mut wheel)
    );
    Ok(())
}
