use crate::driver::Bell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

/// The part of a loop that other threads can reach.
pub(crate) struct Remote {
    /// Slots to wake.
    pub(crate) inbox: Sender<u32>,
    /// Whether the loop is asleep, or about to be.
    pub(crate) parked: AtomicBool,
    pub(crate) bell: Arc<dyn Bell>,
}

impl Remote {
    /// Wakes a slot from another thread.
    pub(crate) fn wake(&self, slot: u32) {
        // Without a receiver, the loop is gone, and nobody is left to be woken.
        let _ = self.inbox.send(slot);
        // First the letter, then the bell: the loop does it the other way round.
        if self.parked.swap(false, Ordering::AcqRel) {
            self.bell.ring();
        }
    }
}
