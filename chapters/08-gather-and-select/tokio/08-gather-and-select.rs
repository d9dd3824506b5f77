//! The night, on tokio: a list of handles in place of `gather`.

mod clock;

use clock::say;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use tokio::task::{LocalSet, spawn_local};
use tokio::time::{Instant, interval_at, sleep};

async fn sleeper(name: &'static str, ms: u64, asleep: Rc<Cell<u32>>) -> String {
    asleep.update(|asleep| asleep + 1);
    sleep(Duration::from_millis(ms)).await;
    asleep.update(|asleep| asleep - 1);
    say(&format!("{name} wakes up"));
    format!("{name} dreamt for {ms} ms")
}

async fn host(asleep: Rc<Cell<u32>>) {
    let period = Duration::from_millis(200);
    let mut rounds = interval_at(Instant::now() + period, period);
    loop {
        rounds.tick().await;
        say(&format!("the host looks in: {} asleep", asleep.get()));
    }
}

async fn night() {
    let asleep = Rc::new(Cell::new(0));
    let host = spawn_local(host(asleep.clone()));
    let beds = [("Ann", 300), ("Bob", 500), ("Cid", 100)];
    let sleepers =
        beds.map(|(name, ms)| spawn_local(sleeper(name, ms, asleep.clone())));
    let mut dreams = Vec::new();
    for sleeper in sleepers {
        dreams.push(sleeper.await.expect("nobody panics"));
    }
    host.abort();
    say(&format!("good morning: {}", dreams.join(", ")));
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    clock::start();
    LocalSet::new().run_until(night()).await;
}
