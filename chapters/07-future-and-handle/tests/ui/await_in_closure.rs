//! Somebody waits in a closure, which lies inside an `async fn`.

use ch06_sleep_and_io::Sleep;
use ch07_future_and_handle::call;
use std::time::Duration;

async fn snooze() {
    [9, 6, 3].map(|minutes| {
        call(Sleep(Duration::from_secs(60 * minutes))).await;
    });
}

fn main() {}
