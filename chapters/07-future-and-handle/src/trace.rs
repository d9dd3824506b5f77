use std::mem;
use tracing::{Level, debug, enabled};

/// Numbers for the lanes of a timeline. Slots are used again, lanes are not.
#[derive(Default)]
pub(crate) struct Lanes {
    of_slot: Vec<u64>,
    created: u64,
    /// Whose turn it is.
    running: u64,
}

impl Lanes {
    /// A slot is ready: for the first time, or again.
    pub(crate) fn ready(&mut self, slot: u32, name: impl FnOnce() -> &'static str) {
        if !enabled!(Level::DEBUG) {
            return;
        }
        let by = Some(self.running).filter(|by| *by > 0);
        match *self.lane(slot) {
            0 => debug!(task = self.create(slot), name = name(), "create"),
            // Who wakes himself yields: `suspend` will say so.
            task if Some(task) == by => {}
            task => debug!(task, by, "wake"),
        }
    }

    pub(crate) fn resume(&mut self, slot: u32) {
        if enabled!(Level::DEBUG) {
            self.running = *self.lane(slot);
            debug!(task = self.running, "resume");
        }
    }

    /// The turn is over, but not the task.
    pub(crate) fn suspend(&mut self, slot: u32, queued: bool) {
        if enabled!(Level::DEBUG) {
            self.running = 0;
            let task = *self.lane(slot);
            if queued { debug!(task, "yield") } else { debug!(task, "block") }
        }
    }

    /// The task has ended. Who gets its slot next gets a new lane.
    pub(crate) fn complete(&mut self, slot: u32, exit: &str) {
        if !enabled!(Level::DEBUG) {
            return;
        }
        let task = mem::take(self.lane(slot));
        // One task may end another.
        if self.running == task {
            self.running = 0;
        }
        // A timer has no lane before it rings.
        if task > 0 {
            debug!(task, exit, "complete");
        }
    }

    fn create(&mut self, slot: u32) -> u64 {
        self.created += 1;
        *self.lane(slot) = self.created;
        self.created
    }

    /// 0: none yet.
    fn lane(&mut self, slot: u32) -> &mut u64 {
        let slot = slot as usize;
        self.of_slot.resize(self.of_slot.len().max(slot + 1), 0);
        &mut self.of_slot[slot]
    }
}
