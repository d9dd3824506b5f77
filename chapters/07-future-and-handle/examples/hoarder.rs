//! Two tasks that others suffer from: one never gives way, one starts more and more.

use ch07_future_and_handle::{
    EventLoop, JoinError, Receiver, Sender, oneshot, sleep, spawn,
};
use std::cell::RefCell;
use std::future::pending;
use std::rc::Rc;
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

        let promised = Promised::default();
        println!("the hoarder: {}", outcome(spawn(hoard(promised.clone())).await));
        println!("promises: {}", promised.borrow().len());
        let last = promised.borrow_mut().pop().expect("more than one");
        println!("the last: {:?}", last.await);
        println!("the loop goes on");
    });
}

/// Works for 300 ms, and nobody else can.
async fn dig() {
    let start = Instant::now();
    while start.elapsed() < 300 * MS {}
}

/// Those to whom the hoarder's tasks have promised something.
type Promised = Rc<RefCell<Vec<Receiver<()>>>>;

/// Starts tasks that promise something, and keeps none of their handles.
async fn hoard(promised: Promised) {
    loop {
        let (promise, receiver) = oneshot();
        promised.borrow_mut().push(receiver);
        drop(spawn(idle(promise)));
    }
}

/// Waits for ever, with a promise in hand.
async fn idle(promise: Sender<()>) {
    pending::<()>().await;
    drop(promise);
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
