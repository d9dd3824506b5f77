//! The search, on tokio. A `JoinSet` cancels its tasks, and `shutdown` waits for them.

mod clock;

use clock::say;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

struct Party(&'static str);

impl Drop for Party {
    fn drop(&mut self) {
        say(&format!("{} comes home", self.0));
    }
}

async fn search(place: &'static str, ms: u64) -> &'static str {
    let _party = Party(place);
    say(&format!("{place}: a party goes out"));
    sleep(Duration::from_millis(ms)).await;
    say(&format!("{place}: nothing"));
    place
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    clock::start();
    let mut parties = JoinSet::new();
    for (place, ms) in [("the north", 100), ("the lake", 400), ("the woods", 600)] {
        parties.spawn(search(place, ms));
    }
    let mut done = Vec::new();
    let all = async {
        while let Some(place) = parties.join_next().await {
            done.push(place.expect("nobody panics"));
        }
    };
    if timeout(Duration::from_millis(300), all).await.is_ok() {
        return say(&format!("all done: {}", done.join(", ")));
    }
    parties.shutdown().await;
    say("it is dark: the search is called off");
}
