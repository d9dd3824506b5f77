use crate::{Scheduler, Turn};
use ch02_coroutines::CoroutineState::Yielded;
use tracing::debug;

/// Round robin: a yield means "let the others go first", and nothing else.
impl<Y, Input: Default> Scheduler<Y, Input> {
    /// Gives the first ready task one turn, then puts it at the back of the queue if it yielded.
    /// `None` if no task is ready.
    pub fn step(&mut self) -> Option<Turn<Y>> {
        let turn = self.resume_next()?;
        if let Yielded(_) = turn.state {
            debug!(task = turn.tid.number(), "yield");
            self.make_ready(turn.tid, Input::default());
        }
        Some(turn)
    }

    /// Steps until every task has ended.
    pub fn run(&mut self) {
        while self.step().is_some() {}
    }
}
