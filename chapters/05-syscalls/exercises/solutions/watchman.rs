//! A cinema with two halls. The watchman waits for the end of a film, then locks
//! up. Last night the projectionist tapped him on the shoulder: let the early film
//! be, wait for the late one. He did, and locked up all the same when the early
//! film was over, with the late audience in the hall.
//!
//! The cinema runs on a small kernel of its own: chapter 04's scheduler, and an
//! `enum` in place of boxed calls. Find out why he did not wait, and mend it.

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
    /// Tap this task on the shoulder: whatever it waits for, it waits no longer.
    Tap(Tid),
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
            Call::Tap(waiter) => {
                // FAULT
                // FIX
                for waiters in self.waiters.values_mut() {
                    waiters.retain(|tid| *tid != waiter);
                }
                // END
                self.scheduler.make_ready(waiter, ());
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
