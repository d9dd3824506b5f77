//! Two pen friends on the textbook loop. The first letter comes from another thread.

mod event_loop;
mod letterbox;

use event_loop::EventLoop;
use letterbox::Letterbox;
use std::future::poll_fn;
use std::thread;

/// Waits for a letter, then answers.
async fn friend(name: &str, mine: Letterbox, answer: &'static str, other: Letterbox) {
    println!("{name} waits for a letter");
    let letter = poll_fn(|cx| mine.poll_letter(cx)).await;
    println!("{name} reads: {letter}");
    other.put(answer);
}

/// Writes from far away.
async fn uncle(ann: Letterbox) {
    println!("uncle posts a letter to ann");
    thread::spawn(move || ann.put("greetings from the jungle"));
}

fn main() {
    let (ann, bob) = (Letterbox::default(), Letterbox::default());
    let mut event_loop = EventLoop::default();
    event_loop.spawn(friend("ann", ann.clone(), "come and see me", bob.clone()));
    event_loop.spawn(friend("bob", bob, "I am on my way", ann.clone()));
    event_loop.spawn(uncle(ann));
    event_loop.run();
    println!("all have ended");
}
