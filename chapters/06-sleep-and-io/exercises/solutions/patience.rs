//! You ring somebody up. You are prepared to wait for an answer, but not for ever.
//! There is no call for "wait until this or that": `WaitTask` waits for one task,
//! and that is that.
//!
//! But an alarm can be set first, which ends what you wait for.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::{Exit, Tid};
use ch05_syscalls::{KillTask, NewTask, Reply, Trap, WaitTask, trap};
use ch06_sleep_and_io::Sleep;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// Sleeps, and then kills a task, if it knows one by then.
struct Alarm {
    limit: Duration,
    victim: Rc<Cell<Option<Tid>>>,
    turn: u32,
}

impl Coroutine<Reply> for Alarm {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        self.turn += 1;
        match (self.turn, self.victim.get()) {
            (1, _) => trap(Sleep(self.limit)),
            (2, Some(victim)) => trap(KillTask(victim)),
            _ => Complete(()),
        }
    }
}

/// Runs `work` as a task of its own, for no longer than `limit`.
///
/// It ends as soon as the work has ended, by itself or by the alarm, and leaves
/// neither of the two tasks behind. In `outcome` it says how the work ended. Work
/// that has ended before anybody could wait for it has returned.
pub struct Within<C> {
    limit: Duration,
    work: Option<C>,
    outcome: Rc<Cell<Option<Exit>>>,
    /// Where the alarm looks for its victim.
    victim: Rc<Cell<Option<Tid>>>,
    state: State,
}

/// The call that was made last.
#[derive(Clone, Copy)]
enum State {
    Start,
    NewAlarm,
    NewWork { alarm: Tid },
    WaitWork { alarm: Tid },
    KillAlarm,
}

impl<C> Within<C> {
    /// Nothing runs yet.
    pub fn new(limit: Duration, work: C, outcome: &Rc<Cell<Option<Exit>>>) -> Self {
        let (work, outcome, victim) = (Some(work), Rc::clone(outcome), Rc::default());
        Within { limit, work, outcome, victim, state: State::Start }
    }

    /// An alarm that has not been set off.
    fn alarm(&self) -> Alarm {
        Alarm { limit: self.limit, victim: Rc::clone(&self.victim), turn: 0 }
    }
}

impl<C> Coroutine<Reply> for Within<C>
where
    C: Coroutine<Reply, Yield = Trap, Return = ()> + 'static,
{
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        // TODO: an alarm, the work, wait for its end, note it, kill the alarm
        match (self.state, reply) {
            (State::Start, _) => {
                self.state = State::NewAlarm;
                trap(NewTask("alarm", self.alarm()))
            }
            (State::NewAlarm, Reply::Tid(alarm)) => {
                self.state = State::NewWork { alarm };
                trap(NewTask("work", self.work.take().expect("it did not run yet")))
            }
            (State::NewWork { alarm }, Reply::Tid(work)) => {
                self.victim.set(Some(work));
                self.state = State::WaitWork { alarm };
                trap(WaitTask(work))
            }
            (State::WaitWork { alarm }, reply) => {
                self.outcome.set(Some(match reply {
                    Reply::Exited(exit) => exit,
                    _ => Exit::Returned,
                }));
                self.state = State::KillAlarm;
                trap(KillTask(alarm))
            }
            _ => Complete(()),
        }
        // END
    }
}
