//! Breakfast: three functions at once. It takes as long as the slowest of them.

use ch07_future_and_handle::time;
use ch08_gather_and_select::{event_loop, gather, sleep};
use std::io;
use std::pin::Pin;
use std::time::Duration;

async fn tea() -> &'static str {
    say("the kettle is on");
    sleep(Duration::from_millis(300)).await;
    say("the water boils");
    "tea"
}

async fn toast() -> &'static str {
    say("the bread is in");
    sleep(Duration::from_millis(200)).await;
    say("the toast pops up");
    "toast"
}

async fn egg(minutes: u64) -> &'static str {
    say("the egg is in");
    sleep(Duration::from_millis(100 * minutes)).await;
    say("the egg is done");
    "an egg"
}

fn say(line: &str) {
    println!("{:.1} s  {line}", time().as_secs_f64());
}

/// One type for three functions.
type Dish = Pin<Box<dyn Future<Output = &'static str>>>;

async fn breakfast() {
    let dishes: [Dish; 3] = [Box::pin(tea()), Box::pin(toast()), Box::pin(egg(4))];
    let served = gather(dishes).await;
    say(&format!("breakfast: {}", served.join(", ")));
}

fn main() -> io::Result<()> {
    ch04_scheduler::trace::init();
    event_loop()?.run_until_complete(breakfast());
    Ok(())
}
