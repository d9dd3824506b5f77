//! Two tasks that others suffer from: one never gives way, one starts more and more.

use ch07_future_and_handle::{EventLoop, JoinError, sleep, spawn};
use std::future::pending;
use std::time::{Duration, Instant};

const MS: Duration = Duration::from_millis(1);

fn main() {
    let office = EventLoop::new();
    office.warn_after(100 * MS);
    office.set_limit(1000);
    office.run_until_complete(async {
        let digger = spawn(dig());
        sleep(MS).await;
        println!("the others had to wait: {}", digger.is_ended());

        println!("the hoarder: {}", outcome(spawn(hoard()).await));
        println!("the loop goes on");
    });
}

/// Works for 300 ms, and nobody else can.
async fn dig() {
    let start = Instant::now();
    while start.elapsed() < 300 * MS {}
}

/// Starts tasks that wait for ever, and keeps none of their handles.
async fn hoard() {
    loop {
        drop(spawn(pending::<()>()));
    }
}

fn outcome(result: Result<(), JoinError>) -> String {
    match result {
        Err(JoinError::Panicked(panic)) => match panic.downcast::<String>() {
            Ok(message) => *message,
            Err(_) => "panicked".into(),
        },
        ended => format!("{ended:?}"),
    }
}
