//! Two drummers, ten beats a second. A beat takes 30 milliseconds. One of them is late.

use ch07_future_and_handle::time;
use ch08_gather_and_select::{event_loop, interval, sleep};
use std::io;
use std::time::Duration;

const PERIOD: Duration = Duration::from_millis(100);

async fn beat(ms: u64) {
    print!(" {:.2}", time().as_secs_f64());
    sleep(Duration::from_millis(ms)).await;
}

async fn sleeps() {
    for _ in 0..6 {
        sleep(PERIOD).await;
        beat(30).await;
    }
}

async fn keeps_time() {
    let mut ticks = interval(PERIOD);
    for beats in 0..6 {
        ticks.tick().await;
        // The third beat is a long roll.
        beat(if beats == 2 { 250 } else { 30 }).await;
    }
}

fn main() -> io::Result<()> {
    ch04_scheduler::trace::init();
    print!("sleeps:    ");
    event_loop()?.run_until_complete(sleeps());
    print!("\nkeeps time:");
    event_loop()?.run_until_complete(keeps_time());
    println!();
    Ok(())
}
