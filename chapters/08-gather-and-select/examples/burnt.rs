//! Dinner, and something burns: the first error comes at once, and the rest cooks on.

use ch07_future_and_handle::time;
use ch08_gather_and_select::{event_loop, gather, sleep, try_gather};
use std::io;
use std::time::Duration;

async fn cook(dish: &'static str, ms: u64) -> Result<&'static str, String> {
    sleep(Duration::from_millis(ms)).await;
    if dish == "toast" {
        return Err(format!("the {dish} is burnt"));
    }
    say(&format!("the {dish} is done"));
    Ok(dish)
}

fn say(line: &str) {
    println!("{:.1} s  {line}", time().as_secs_f64());
}

async fn dinner() {
    let menu = [("soup", 300), ("toast", 100), ("pudding", 200)];

    let dishes = try_gather(menu.map(|(dish, ms)| cook(dish, ms)));
    match dishes.await {
        Ok(dishes) => say(&format!("dinner: {}", dishes.join(", "))),
        Err(error) => say(&format!("no dinner: {error}")),
    }
    sleep(Duration::from_millis(300)).await;

    say("again");
    for dish in gather(menu.map(|(dish, ms)| cook(dish, ms))).await {
        match dish {
            Ok(dish) => say(dish),
            Err(error) => say(&format!("never mind: {error}")),
        }
    }
}

fn main() -> io::Result<()> {
    ch04_scheduler::trace::init();
    event_loop()?.run_until_complete(dinner());
    Ok(())
}
