// Check it: cargo test -p ex04-scheduler coffee_break

//! Waiters may take a break. Whoever is sent on one still has the turn that
//! they stand in the queue for, and then sits down until somebody calls them
//! back.

use ch02_coroutines::CoroutineState::Yielded;
use ch03_task::Tid;
use ch04_scheduler::{Scheduler, Turn};
use std::collections::BTreeSet;

/// A scheduler whose tasks take turns, except those that are on a break.
#[derive(Default)]
pub struct Shift {
    scheduler: Scheduler,
    /// Those that were sent on a break and not yet called back.
    resting: BTreeSet<Tid>,
}

impl Shift {
    /// The scheduler underneath, to create tasks in, and to kill them.
    pub fn scheduler(&mut self) -> &mut Scheduler {
        &mut self.scheduler
    }

    /// Sends a task on a break. It begins at the task's next yield: if the
    /// task stands in the ready queue, it still has the turn that it stands
    /// there for.
    pub fn send_on_break(&mut self, tid: Tid) {
        self.resting.insert(tid);
    }

    /// Ends a break. If it had begun, the task goes to the back of the ready
    /// queue; if not, the task takes its turns as if it had never been sent.
    pub fn call_back(&mut self, tid: Tid) {
        todo!("it rests no more; make it ready if it sat down already")
    }

    /// Gives the first ready task one turn. If it yielded and was not sent on
    /// a break, it goes to the back of the ready queue. `None` if no task is
    /// ready.
    pub fn step(&mut self) -> Option<Turn<()>> {
        todo!("take a turn; put the task back unless it rests")
    }
}
