//! A choir. Who is called in sings from the next bar on.

use ch04_scheduler::trace;
use ch07_future_and_handle::{EventLoop, spawn, yield_now};

async fn singer(name: &'static str, bars: u32) {
    for bar in 1..=bars {
        println!("{name}: my bar {bar}");
        yield_now().await;
    }
}

async fn conductor() {
    let alto = spawn(singer("alto", 3));
    println!("conductor: the alto is called in");
    yield_now().await;
    let bass = spawn(singer("bass", 2));
    println!("conductor: and the bass");
    let _ = alto.await;
    println!("conductor: the alto is done");
    let _ = bass.await;
    println!("conductor: so is the bass");
}

fn main() {
    trace::init();
    EventLoop::from_env().run_until_complete(conductor());
}
