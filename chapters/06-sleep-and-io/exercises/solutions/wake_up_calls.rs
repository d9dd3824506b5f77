//! The night porter of this hotel keeps the wake-up calls in a heap, the earliest
//! on top. Those who want to be called at the same time are called in the order in
//! which they asked.
//!
//! That is how it should be. But some mornings, when other guests have left for
//! early trains, somebody who asked later is called first. Find out why, and
//! mend it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::time::Duration;

/// All calls that are still to be made.
#[derive(Default)]
pub struct WakeUpCalls {
    /// When, in which order among equals, and which room.
    calls: BinaryHeap<Reverse<(Duration, usize, u32)>>,
    /// How many calls there have ever been, for the bill.
    asked: usize,
}

impl WakeUpCalls {
    /// This room wants to be called at this time.
    pub fn insert(&mut self, time: Duration, room: u32) {
        self.asked += 1;
        // FAULT
        // let order = self.calls.len();
        // FIX
        let order = self.asked;
        // END
        self.calls.push(Reverse((time, order, room)));
    }

    /// This room wants to sleep on.
    pub fn cancel(&mut self, room: u32) {
        self.calls.retain(|Reverse((_, _, other))| *other != room);
    }

    /// The next room to be called, if it is time.
    pub fn pop_due(&mut self, now: Duration) -> Option<u32> {
        let Reverse((time, _, _)) = self.calls.peek()?;
        if *time > now {
            return None;
        }
        self.calls.pop().map(|Reverse((_, _, room))| room)
    }

    /// How many calls there have ever been.
    pub fn asked(&self) -> usize {
        self.asked
    }
}
