//! Nothing happens by itself.
#![deny(unused_must_use)]
use ch07_future_and_handle::sleep;
use std::time::Duration;

async fn oven() {
    sleep(Duration::from_secs(40));
    println!("hot");
}

fn main() {
    let _ = oven();
}
