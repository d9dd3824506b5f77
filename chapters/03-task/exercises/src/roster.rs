// Check it: cargo test -p ex03-task roster

//! The roster holds everybody who is on duty, and takes notes for them. It
//! worked all week. Then somebody went home early, and a note reached a person
//! it was not meant for.
//!
//! Find out why, and mend it.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{Complete, Yielded};
use ch03_task::{Task, Tid};
use std::collections::BTreeMap;

/// What somebody on duty is told: a note, or nothing.
pub type Note = Option<&'static str>;

/// Everybody who is on duty, by number.
#[derive(Default)]
pub struct Roster {
    tasks: BTreeMap<Tid, Task<String, Note>>,
}

impl Roster {
    /// Puts somebody on the roster, and says under which number.
    pub fn enter(
        &mut self,
        name: &str,
        body: impl Coroutine<Note, Yield = String, Return = ()> + 'static,
    ) -> Tid {
        let tid = Tid::new(self.tasks.len() as u64 + 1);
        self.tasks.insert(tid, Task::new(tid, name, body));
        tid
    }

    /// Leaves a note with somebody for their next turn. Says whether they are
    /// still on duty.
    pub fn leave_note(&mut self, tid: Tid, note: &'static str) -> bool {
        match self.tasks.get_mut(&tid) {
            Some(task) => {
                task.set_send_value(Some(note));
                true
            }
            None => false,
        }
    }

    /// Gives everybody one turn, in the order of their numbers, and returns
    /// what they said. Whoever ends goes off the roster.
    pub fn round(&mut self) -> Vec<String> {
        let mut log = Vec::new();
        self.tasks.retain(|tid, task| {
            let state = task.resume();
            log.push(match &state {
                Yielded(report) => format!("{tid} {}: {report}", task.name()),
                Complete(exit) => format!("{tid} {} {exit}", task.name()),
            });
            matches!(state, Yielded(_))
        });
        log
    }
}
