//! The drummers, on tokio. Its intervals tick at once, unless they are told otherwise.

use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval_at, sleep};

const PERIOD: Duration = Duration::from_millis(100);

async fn beat(start: Instant, ms: u64) {
    print!(" {:.2}", start.elapsed().as_secs_f64());
    sleep(Duration::from_millis(ms)).await;
}

async fn sleeps(start: Instant) {
    for _ in 0..6 {
        sleep(PERIOD).await;
        beat(start, 30).await;
    }
}

async fn keeps_time(start: Instant) {
    let mut ticks = interval_at(start + PERIOD, PERIOD);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    for beats in 0..6 {
        ticks.tick().await;
        beat(start, if beats == 2 { 250 } else { 30 }).await;
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    print!("sleeps:    ");
    sleeps(Instant::now()).await;
    print!("\nkeeps time:");
    keeps_time(Instant::now()).await;
    println!();
}
