//! Two telephone calls: one is answered, and one is not, for as long as we like to wait.

use ch07_future_and_handle::time;
use ch08_gather_and_select::{event_loop, sleep, timeout};
use std::io;
use std::time::Duration;

/// As long as it lives, it rings at the other end.
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

fn say(line: &str) {
    println!("{:.1} s  {line}", time().as_secs_f64());
}

async fn two_calls() {
    let patience = Duration::from_millis(400);
    for (name, ms) in [("Ann", 200), ("Bob", 60_000)] {
        match timeout(patience, call(name, ms)).await {
            Ok(answer) => say(&answer),
            Err(elapsed) => say(&format!("no answer: {elapsed}")),
        }
    }
}

fn main() -> io::Result<()> {
    ch04_scheduler::trace::init();
    event_loop()?.run_until_complete(two_calls());
    Ok(())
}
