//! A bakery before dawn: an oven, an apprentice who drops a tray, and a radio.

use ch04_scheduler::trace;
use ch07_future_and_handle::{EventLoop, Sender, oneshot, sleep, spawn, time};
use std::fmt::Display;
use std::time::Duration;

/// A minute in the bakery takes a millisecond.
fn minutes(n: u64) -> Duration {
    Duration::from_millis(n)
}

fn say(line: impl Display) {
    println!("{:3}  {line}", time().as_millis());
}

async fn oven(hot: Sender<u32>) {
    say("oven: on");
    sleep(minutes(40)).await;
    say("oven: hot");
    let _ = hot.send(230);
}

async fn dough(name: &str) -> &str {
    sleep(minutes(30)).await;
    say("dough: risen");
    name
}

async fn apprentice() {
    sleep(minutes(10)).await;
    say("apprentice: oh no, the tray");
    panic!("twelve rolls on the floor")
}

/// However the radio ends, it is switched off.
struct Switch;

impl Drop for Switch {
    fn drop(&mut self) {
        say("radio: off");
    }
}

async fn radio() {
    let _switch = Switch;
    loop {
        say("radio: la la la");
        sleep(minutes(25)).await;
    }
}

async fn baker() {
    let (hot, is_hot) = oneshot();
    spawn(oven(hot));
    let bread = spawn(dough("rye bread"));
    let rolls = spawn(apprentice());
    let radio = spawn(radio());

    let accident = rolls.await.unwrap_err();
    say(format_args!("baker: no rolls today, {accident}"));
    let bread = bread.await.unwrap();
    let degrees = is_hot.await.unwrap();
    say(format_args!("baker: {bread} goes in at {degrees} degrees"));
    radio.cancel();
    say("baker: enough of that");
    let silence = radio.await.unwrap_err();
    say(format_args!("baker: at last, {silence}"));
}

fn main() {
    trace::init();
    EventLoop::from_env().run_until_complete(baker());
}
