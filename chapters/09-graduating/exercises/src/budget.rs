// Check it: cargo test -p ex09-graduating budget

//! A task that finds all that it awaits ready never leaves its turn. tokio
//! gives each task a budget: when that is used up, it lets others go first.
//! Our loop has none. Here is one that a task can carry along.

use ch07_future_and_handle::yield_now;
use std::cell::Cell;

/// How many steps a task may take before others have a turn.
pub struct Budget {
    size: u32,
    left: Cell<u32>,
}

impl Budget {
    /// A full one.
    pub fn new(size: u32) -> Self {
        Budget { size, left: Cell::new(size) }
    }

    /// Takes one step's worth out of it. If nothing is left, lets others go
    /// first, and goes on with a full one.
    pub async fn consume(&self) {
        todo!("is it empty? Then fill it up and yield. Take one out")
    }
}
