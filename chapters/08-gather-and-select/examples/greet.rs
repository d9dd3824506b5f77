//! Two guests arrive at once, and are greeted one after the other.

use ch07_future_and_handle::time;
use ch08_gather_and_select::{event_loop, sleep};
use std::io;
use std::time::Duration;

async fn greet(name: &str, ms: u64) -> String {
    say(&format!("good evening, {name}"));
    // Coat, umbrella, a few words about the weather.
    sleep(Duration::from_millis(ms)).await;
    say(&format!("come in, {name}"));
    format!("{name}'s coat")
}

fn say(line: &str) {
    println!("{:.1} s  {line}", time().as_secs_f64());
}

async fn evening() {
    let ann = greet("Ann", 200).await;
    let bob = greet("Bob", 300).await;
    say(&format!("on the hook: {ann}, {bob}"));
}

fn main() -> io::Result<()> {
    ch04_scheduler::trace::init();
    event_loop()?.run_until_complete(evening());
    Ok(())
}
