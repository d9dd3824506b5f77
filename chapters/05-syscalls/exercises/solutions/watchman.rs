//! A cinema at night. The watchman waits for the end of the film, then locks up.
//! Last night the projectionist stopped the film halfway and went home. In the
//! morning the watchman was still standing there.
//!
//! The cinema runs on a small kernel of its own: chapter 04's scheduler, and an
//! `enum` in place of boxed calls. Find out why he stood there, and mend it.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{Complete, Yielded};
use ch03_task::Tid;
use ch04_scheduler::Scheduler;
use std::collections::BTreeMap;

/// What a task may ask for. No call has an answer; the caller goes on when it is
/// done.
pub enum Call {
    /// Let the others go first.
    Yield,
    /// Go on when this task has ended, or at once if it has ended already.
    WaitTask(Tid),
    /// End this task.
    KillTask(Tid),
}

/// The kernel of a cinema.
#[derive(Default)]
pub struct Cinema {
    scheduler: Scheduler<Call>,
    /// Who waits for whose end.
    waiters: BTreeMap<Tid, Vec<Tid>>,
}

impl Cinema {
    /// Makes a task of `body`.
    pub fn create_task(
        &mut self,
        name: &str,
        body: impl Coroutine<(), Yield = Call, Return = ()> + 'static,
    ) -> Tid {
        self.scheduler.create_task(name, body)
    }

    /// Runs until nobody is ready, and returns the names of those who are left.
    pub fn run(&mut self) -> Vec<String> {
        while let Some(turn) = self.scheduler.resume_next() {
            match turn.state {
                Yielded(call) => self.handle(turn.tid, call),
                Complete(_) => self.wake_waiters(turn.tid),
            }
        }
        let left = self.scheduler.tasks();
        left.map(|task| task.name().to_string()).collect()
    }

    fn handle(&mut self, caller: Tid, call: Call) {
        match call {
            Call::WaitTask(film) if self.scheduler.is_alive(film) => {
                return self.waiters.entry(film).or_default().push(caller);
            }
            Call::KillTask(film) => {
                self.scheduler.kill(film);
                // FAULT
                // FIX
                self.wake_waiters(film);
                // END
            }
            Call::WaitTask(_) | Call::Yield => {}
        }
        self.scheduler.make_ready(caller, ());
    }

    fn wake_waiters(&mut self, ended: Tid) {
        for waiter in self.waiters.remove(&ended).unwrap_or_default() {
            self.scheduler.make_ready(waiter, ());
        }
    }
}
