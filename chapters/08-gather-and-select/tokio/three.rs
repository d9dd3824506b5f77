//! Breakfast, on tokio: `join!` is a macro, and takes functions of any type.

mod clock;

use clock::say;
use std::time::Duration;
use tokio::time::sleep;

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

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    clock::start();
    let (tea, toast, egg) = tokio::join!(biased; tea(), toast(), egg(4));
    say(&format!("breakfast: {tea}, {toast}, {egg}"));
}
