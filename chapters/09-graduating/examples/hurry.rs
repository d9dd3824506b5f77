//! Somebody computes, and his neighbour would only knock. On the loop's thread, and beside it.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;
use tokio::task::{spawn_blocking, yield_now};

/// Work that keeps its thread, until somebody knocks or half a second has passed.
fn work(door: Receiver<()>) -> &'static str {
    match door.recv_timeout(Duration::from_millis(500)) {
        Ok(()) => "somebody knocked while I worked",
        Err(_) => "nobody came while I worked",
    }
}

async fn neighbour(door: Sender<()>) {
    // Whoever works has closed the door when he is done.
    let _ = door.send(());
}

async fn on_the_loop() -> &'static str {
    let (knock, door) = channel();
    tokio::spawn(neighbour(knock));
    work(door)
}

async fn beside_it() -> &'static str {
    let (knock, door) = channel();
    tokio::spawn(neighbour(knock));
    spawn_blocking(|| work(door)).await.expect("it does not panic")
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("on the loop's thread: {}", on_the_loop().await);
    yield_now().await;
    println!("spawn_blocking:       {}", beside_it().await);
}
