//! Three people asleep, and a host who looks in on them. Their dreams are told in the
//! order of the beds, and the night is as long as the longest sleep.

use ch04_scheduler::trace;
use ch07_future_and_handle::{spawn, time};
use ch08_gather_and_select::{event_loop, gather, interval, sleep};
use std::cell::Cell;
use std::io;
use std::rc::Rc;
use std::time::Duration;

async fn sleeper(name: &'static str, ms: u64, asleep: Rc<Cell<u32>>) -> String {
    asleep.update(|asleep| asleep + 1);
    sleep(Duration::from_millis(ms)).await;
    asleep.update(|asleep| asleep - 1);
    say(&format!("{name} wakes up"));
    format!("{name} dreamt for {ms} ms")
}

async fn host(asleep: Rc<Cell<u32>>) {
    let mut rounds = interval(Duration::from_millis(200));
    loop {
        rounds.tick().await;
        say(&format!("the host looks in: {} asleep", asleep.get()));
    }
}

fn say(line: &str) {
    println!("{:.1} s  {line}", time().as_secs_f64());
}

async fn night() {
    let asleep = Rc::new(Cell::new(0));
    let host = spawn(host(asleep.clone()));
    let beds = [("Ann", 300), ("Bob", 500), ("Cid", 100)];
    let sleepers = beds.map(|(name, ms)| sleeper(name, ms, asleep.clone()));
    let dreams = gather(sleepers).await;
    host.cancel();
    say(&format!("good morning: {}", dreams.join(", ")));
}

fn main() -> io::Result<()> {
    trace::init();
    event_loop()?.run_until_complete(night());
    Ok(())
}
