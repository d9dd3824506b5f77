//! A call to somebody on another thread. While he thinks, our loop serves others.

use ch07_future_and_handle::{EventLoop, sleep, spawn};
use std::future::poll_fn;
use std::sync::{Arc, Mutex};
use std::task::{Poll, Waker};
use std::thread;
use std::time::Duration;

/// What the two threads share: the answer, and whom to wake when it is there.
struct Line<T> {
    answer: Option<T>,
    waker: Option<Waker>,
}

/// Runs `f` on a thread of its own.
async fn ring_up<T: Send + 'static>(f: impl FnOnce() -> T + Send + 'static) -> T {
    let line = Arc::new(Mutex::new(Line { answer: None, waker: None }));
    let theirs = line.clone();
    thread::spawn(move || {
        let answer = f();
        let mut line = theirs.lock().unwrap();
        line.answer = Some(answer);
        let waker = line.waker.take();
        drop(line);
        waker.map(Waker::wake)
    });
    poll_fn(|cx| {
        let mut line = line.lock().unwrap();
        line.waker = Some(cx.waker().clone());
        line.answer.take().map_or(Poll::Pending, Poll::Ready)
    })
    .await
}

async fn evening() {
    let cousin = spawn(ring_up(|| {
        thread::sleep(Duration::from_millis(500));
        "six times seven is 42"
    }));
    println!("dialled");
    for minute in 1..=2 {
        sleep(Duration::from_millis(50)).await;
        println!("minute {minute}: tea is poured");
    }
    println!("the cousin says: {}", cousin.await.unwrap());
}

fn main() {
    EventLoop::new().run_until_complete(evening());
}
