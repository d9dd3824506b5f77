//! The tally that two tasks may share, shared by two threads.

use std::cell::Cell;
use std::rc::Rc;
use std::thread::{self, JoinHandle};

fn on_a_thread(waiter: impl FnOnce() + Send + 'static) -> JoinHandle<()> {
    thread::spawn(waiter)
}

fn main() {
    let tally = Rc::new(Cell::new(0));
    let shared = tally.clone();
    let terrace = on_a_thread(move || shared.set(shared.get() + 1));
    tally.set(tally.get() + 1);
    terrace.join().unwrap();
}
