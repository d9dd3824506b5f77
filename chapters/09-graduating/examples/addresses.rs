//! The loop's table grows, and a waiting task stays where it is.

use ch07_future_and_handle::{EventLoop, spawn, yield_now};

/// Where a local of a waiting task lies, before and after the loop has had a crowd.
async fn settler() -> bool {
    let house = 1;
    let address = &raw const house;
    let crowd: Vec<_> = (0..100_000).map(|_| spawn(async {})).collect();
    yield_now().await;
    drop(crowd);
    address == &raw const house
}

/// A vector of so many: has its first item stayed where it was?
fn vector() -> bool {
    let mut slots = vec![0_u64];
    let address = slots.as_ptr();
    slots.extend(1..100_000);
    address == slots.as_ptr()
}

fn main() {
    println!("a vector grows to 100000 items");
    println!("  the first one is where it was:   {}", vector());
    let stayed = EventLoop::new().run_until_complete(settler());
    println!("a table grows to 100000 tasks");
    println!("  the first one is where it was:   {stayed}");
}
