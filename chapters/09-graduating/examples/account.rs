//! Ann and Bob draw from one account, and the clerk is slow. Five ways to do it.

use ch07_future_and_handle::{EventLoop, JoinError, sleep, spawn};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync;
use std::time::Duration;

/// The clerk counts the money.
async fn clerk() {
    sleep(Duration::from_millis(10)).await;
}

/// Looks, waits, and acts on what it has seen.
async fn looks_first(account: Rc<Cell<i32>>) {
    let balance = account.get();
    if balance >= 80 {
        clerk().await;
        account.set(balance - 80);
    }
}

/// Holds a borrow while it waits.
#[expect(clippy::await_holding_refcell_ref, reason = "this is what goes wrong")]
async fn borrows(account: Rc<RefCell<i32>>) {
    let mut balance = account.borrow_mut();
    if *balance >= 80 {
        clerk().await;
        *balance -= 80;
    }
}

/// Holds a lock of std's while it waits. `false`: would have stopped the whole thread.
#[expect(clippy::await_holding_lock, reason = "this is what goes wrong")]
async fn locks(account: Rc<sync::Mutex<i32>>) -> bool {
    // `lock()` in place of `try_lock()` would wait for ever: who could let go?
    let Ok(mut balance) = account.try_lock() else { return false };
    if *balance >= 80 {
        clerk().await;
        *balance -= 80;
    }
    true
}

/// Waits for the lock as one waits for anything else.
async fn awaits(account: Rc<tokio::sync::Mutex<i32>>) {
    let mut balance = account.lock().await;
    if *balance >= 80 {
        clerk().await;
        *balance -= 80;
    }
}

/// Waits first. From the look to the act, nobody comes in between.
async fn acts_at_once(account: Rc<Cell<i32>>) {
    clerk().await;
    let balance = account.get();
    if balance >= 80 {
        account.set(balance - 80);
    }
}

/// Ann and Bob at the same time.
async fn both<F: Future<Output: 'static> + 'static>(
    ann: F,
    bob: F,
) -> [Result<F::Output, JoinError>; 2] {
    let (ann, bob) = (spawn(ann), spawn(bob));
    [ann.await, bob.await]
}

async fn bank() {
    let account = Rc::new(Cell::new(100));
    let [..] = both(looks_first(account.clone()), looks_first(account.clone())).await;
    println!("looks, waits, acts:    160 drawn, {} left", account.get());

    let account = Rc::new(RefCell::new(100));
    let [_, bob] = both(borrows(account.clone()), borrows(account.clone())).await;
    let panicked = matches!(bob, Err(JoinError::Panicked(_)));
    println!(
        "holds a borrow:        {} left, Bob panicked: {panicked}",
        account.take()
    );

    let account = Rc::new(sync::Mutex::new(100));
    let [_, bob] = both(locks(account.clone()), locks(account.clone())).await;
    let would_hang = !bob.expect("nobody panics");
    let left = account.lock().map_or(0, |balance| *balance);
    println!("holds a lock of std's: {left} left, Bob would have hung: {would_hang}");

    let account = Rc::new(tokio::sync::Mutex::new(100));
    let [..] = both(awaits(account.clone()), awaits(account.clone())).await;
    println!("awaits a lock:         {} left", account.lock().await);

    let account = Rc::new(Cell::new(100));
    let [..] = both(acts_at_once(account.clone()), acts_at_once(account.clone())).await;
    println!("waits, looks and acts: {} left", account.get());
}

fn main() {
    EventLoop::new().run_until_complete(bank());
}
