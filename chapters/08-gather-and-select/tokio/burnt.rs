//! Dinner, on tokio. `try_join!` drops what is not done, so each dish gets a task.

mod clock;

use clock::say;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::sleep;

type Dish = Result<&'static str, String>;

async fn cook(dish: &'static str, ms: u64) -> Dish {
    sleep(Duration::from_millis(ms)).await;
    if dish == "toast" {
        return Err(format!("the {dish} is burnt"));
    }
    say(&format!("the {dish} is done"));
    Ok(dish)
}

async fn join(task: JoinHandle<Dish>) -> Dish {
    task.await.expect("nobody panics")
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    clock::start();
    let menu = [("soup", 300), ("toast", 100), ("pudding", 200)];

    let [soup, toast, pudding] = menu.map(|(dish, ms)| tokio::spawn(cook(dish, ms)));
    match tokio::try_join!(join(soup), join(toast), join(pudding)) {
        Ok((soup, toast, pudding)) => {
            say(&format!("dinner: {soup}, {toast}, {pudding}"));
        }
        Err(error) => say(&format!("no dinner: {error}")),
    }
    sleep(Duration::from_millis(300)).await;

    say("again");
    let dishes = menu.map(|(dish, ms)| tokio::spawn(cook(dish, ms)));
    let mut settled = Vec::new();
    for dish in dishes {
        settled.push(join(dish).await);
    }
    for dish in settled {
        match dish {
            Ok(dish) => say(dish),
            Err(error) => say(&format!("never mind: {error}")),
        }
    }
}
