//! A search that is called off: whoever is out comes home before anybody says so.

use ch07_future_and_handle::time;
use ch08_gather_and_select::{event_loop, gather, sleep, timeout};
use std::io;
use std::time::Duration;

/// A search party. However its search ends, it comes home.
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

fn say(line: &str) {
    println!("{:.1} s  {line}", time().as_secs_f64());
}

async fn evening() {
    let places = [("the north", 100), ("the lake", 400), ("the woods", 600)];
    let parties = gather(places.map(|(place, ms)| search(place, ms)));
    match timeout(Duration::from_millis(300), parties).await {
        Ok(places) => say(&format!("all done: {}", places.join(", "))),
        Err(_) => say("it is dark: the search is called off"),
    }
}

fn main() -> io::Result<()> {
    ch04_scheduler::trace::init();
    event_loop()?.run_until_complete(evening());
    Ok(())
}
