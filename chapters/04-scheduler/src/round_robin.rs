use crate::{Scheduler, Turn};
use ch02_coroutines::CoroutineState::Yielded;
use tracing::debug;

/// Round robin: a yield means "let the others go first", and nothing else.
impl<Y, Input: Default> Scheduler<Y, Input> {
    /// Gives the first ready task one turn, then puts it at the back of the queue if it yielded.
    /// `None` if no task is ready.
    ///
    /// ```
    /// use ch01_generators::Countdown;
    /// use ch04_scheduler::Scheduler;
    ///
    /// let mut scheduler: Scheduler<u32> = Scheduler::new();
    /// let a = scheduler.create_task("a", Countdown::from(2));
    /// let b = scheduler.create_task("b", Countdown::from(1));
    ///
    /// let mut turns = Vec::new();
    /// while let Some(turn) = scheduler.step() {
    ///     turns.push(turn.tid);
    /// }
    /// assert_eq!(turns, [a, b, a, b, a]);
    /// ```
    pub fn step(&mut self) -> Option<Turn<Y>> {
        let turn = self.resume_next()?;
        if let Yielded(_) = turn.state {
            debug!(task = turn.tid.number(), "yield");
            self.make_ready(turn.tid, Input::default());
        }
        Some(turn)
    }

    /// Steps until no task is ready.
    ///
    /// ```
    /// use ch01_generators::Countdown;
    /// use ch04_scheduler::Scheduler;
    ///
    /// let mut scheduler: Scheduler<u32> = Scheduler::new();
    /// let tid = scheduler.create_task("countdown", Countdown::from(3));
    /// scheduler.run();
    /// assert!(!scheduler.kill(tid)); // it has ended by itself
    /// ```
    pub fn run(&mut self) {
        while self.step().is_some() {}
    }
}
