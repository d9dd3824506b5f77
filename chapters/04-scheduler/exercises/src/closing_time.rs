// Check it: cargo test -p ex04-scheduler closing_time

//! The kitchen closes after so many turns, whatever still stands on the
//! stove. The bill lists what was finished by then.

use ch02_coroutines::CoroutineState::{Complete, Yielded};
use ch03_task::{Exit, Tid};
use ch04_scheduler::Scheduler;

/// Gives at most so many turns, and returns who ended in one of them, and
/// how, in that order.
///
/// It stops early if no task is ready. Whoever has not ended stays where they
/// are: the next call goes on with them.
pub fn run_for(kitchen: &mut Scheduler, turns: usize) -> Vec<(Tid, Exit)> {
    todo!("give the turns one by one, and keep the exits")
}
