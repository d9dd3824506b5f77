//! The telephone calls, on tokio.

mod clock;

use clock::say;
use std::time::Duration;
use tokio::time::{sleep, timeout};

struct Ringing;

impl Drop for Ringing {
    fn drop(&mut self) {
        say("it rings no more");
    }
}

async fn call(name: &str, ms: u64) -> String {
    let _ringing = Ringing;
    say(&format!("ringing {name}"));
    sleep(Duration::from_millis(ms)).await;
    format!("{name} answers")
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    clock::start();
    let patience = Duration::from_millis(400);
    for (name, ms) in [("Ann", 200), ("Bob", 60_000)] {
        match timeout(patience, call(name, ms)).await {
            Ok(answer) => say(&answer),
            Err(_) => say("no answer: the time was too short"),
        }
    }
}
