//! The greetings, on tokio.

mod clock;

use clock::say;
use std::time::Duration;
use tokio::time::sleep;

async fn greet(name: &str, ms: u64) -> String {
    say(&format!("good evening, {name}"));
    sleep(Duration::from_millis(ms)).await;
    say(&format!("come in, {name}"));
    format!("{name}'s coat")
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    clock::start();
    let ann = greet("Ann", 200).await;
    let bob = greet("Bob", 300).await;
    say(&format!("on the hook: {ann}, {bob}"));
}
