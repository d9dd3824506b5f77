//! Two parcels are awaited. One comes, one is lost on the way.

use ch04_scheduler::trace;
use ch07_future_and_handle::{Cancelled, EventLoop, Sender, oneshot, sleep, spawn};
use std::time::Duration;

async fn postman(clock: Sender<&'static str>, vase: Sender<&'static str>) {
    println!("postman: on my way");
    sleep(Duration::from_millis(10)).await;
    println!("postman: one parcel, sign here");
    let _ = clock.send("a clock");
    println!("postman: the other one fell off the cart");
    drop(vase);
}

async fn household() {
    let (clock_sender, clock) = oneshot();
    let (vase_sender, vase) = oneshot();
    spawn(postman(clock_sender, vase_sender));

    clock.add_done_callback(|| println!("dog: somebody was at the door"));
    clock.add_done_callback(|| println!("child: a parcel!"));
    match clock.await {
        Ok(content) => println!("mother: it is {content}"),
        Err(Cancelled) => println!("mother: it will never come"),
    }
    vase.add_done_callback(|| println!("dog: too late to bark"));
    match vase.await {
        Ok(content) => println!("father: it is {content}"),
        Err(Cancelled) => println!("father: it will never come"),
    }
    sleep(Duration::ZERO).await;
}

fn main() {
    trace::init();
    EventLoop::from_env().run_until_complete(household());
}
