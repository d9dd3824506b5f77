//! A task that computes, and three that want a turn. Who gets one meanwhile?

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How long the hog keeps its thread, if nobody else gets on.
const PATIENCE: Duration = Duration::from_millis(300);

/// Computes until the three have had a turn, or until it is tired of waiting.
fn hog(served: &AtomicUsize) -> usize {
    let start = Instant::now();
    while served.load(Ordering::Acquire) < 3 && start.elapsed() < PATIENCE {
        thread::yield_now();
    }
    served.load(Ordering::Acquire)
}

async fn guest(served: Arc<AtomicUsize>) {
    served.fetch_add(1, Ordering::AcqRel);
}

fn on_ours() -> usize {
    use ch07_future_and_handle::{EventLoop, spawn};
    EventLoop::new().run_until_complete(async {
        let served = Arc::new(AtomicUsize::new(0));
        let theirs = served.clone();
        let hog = spawn(async move { hog(&theirs) });
        for _ in 0..3 {
            spawn(guest(served.clone()));
        }
        hog.await.expect("nobody panics")
    })
}

async fn on_tokio() -> usize {
    let served = Arc::new(AtomicUsize::new(0));
    let theirs = served.clone();
    let hog = tokio::spawn(async move { hog(&theirs) });
    for _ in 0..3 {
        tokio::spawn(guest(served.clone()));
    }
    hog.await.expect("nobody panics")
}

fn main() {
    println!("served while somebody computes");
    println!("  our loop:             {} of 3", on_ours());
    let one = tokio::runtime::Builder::new_current_thread().build().unwrap();
    println!("  tokio, one thread:    {} of 3", one.block_on(on_tokio()));
    let mut two = tokio::runtime::Builder::new_multi_thread();
    let two = two.worker_threads(2).build().unwrap();
    println!("  tokio, two threads:   {} of 3", two.block_on(on_tokio()));
}
