//! At night nobody sits at this desk: notes are left with its task, and whoever
//! comes by picks one up.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use std::collections::VecDeque;

/// Keeps notes and hands them out, oldest first. Each turn it is told one of
/// three things:
///
/// - a note: it keeps the note and yields `None`;
/// - nothing: it hands out the oldest note (`None` if there is no note);
/// - the words `"lights out"`: the desk closes. From this turn on it keeps
///   nothing that it is told. Each turn hands out the oldest note, and the first
///   turn that finds none completes.
#[derive(Default)]
pub struct NightDesk {
    /// What nobody has picked up yet, the oldest in front.
    pub notes: VecDeque<&'static str>,
    /// Whether it was told `"lights out"`.
    pub closing: bool,
}

impl Coroutine<Option<&'static str>> for NightDesk {
    type Yield = Option<&'static str>;
    type Return = ();

    fn resume_with(
        &mut self,
        told: Option<&'static str>,
    ) -> CoroutineState<Option<&'static str>, ()> {
        // TODO: keep a note, hand one out, or close the desk
        match told {
            Some("lights out") => self.closing = true,
            Some(note) if !self.closing => {
                self.notes.push_back(note);
                return Yielded(None);
            }
            _ => {}
        }
        match self.notes.pop_front() {
            None if self.closing => Complete(()),
            note => Yielded(note),
        }
        // END
    }
}
