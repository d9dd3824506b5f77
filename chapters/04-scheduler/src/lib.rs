//! The ready queue: many tasks, one thread.

mod round_robin;
mod scheduler;
pub mod trace;

pub use scheduler::{Scheduler, Turn};
