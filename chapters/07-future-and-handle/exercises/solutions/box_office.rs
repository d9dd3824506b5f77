//! The opera is sold out, but now and then somebody hands a ticket back. Whoever wants
//! one queues at the box office and reads the programme. When a ticket comes back, the
//! first in the queue is called.
//!
//! Being called promises nothing: whoever stands at the counter first gets the ticket,
//! and who was called in vain waits on. But here he does not: on some evenings the box
//! office falls over. Find out why, and mend it so that he waits on.

use ch07_future_and_handle::{Sender, oneshot};
use std::cell::RefCell;
use std::collections::VecDeque;

/// Sells tickets that others have handed back.
#[derive(Default)]
pub struct BoxOffice {
    /// The seats that are for sale.
    tickets: RefCell<VecDeque<u32>>,
    /// Whoever queues for one.
    queue: RefCell<VecDeque<Sender<()>>>,
}

impl BoxOffice {
    /// Takes a ticket back, and calls the first in the queue.
    pub fn hand_back(&self, seat: u32) {
        self.tickets.borrow_mut().push_back(seat);
        let first = self.queue.borrow_mut().pop_front();
        if let Some(first) = first {
            let _ = first.send(());
        }
    }

    /// Buys a ticket. If there is none, waits until there is.
    pub async fn buy(&self) -> u32 {
        // FAULT
        // if self.tickets.borrow().is_empty() {
        // FIX
        while self.tickets.borrow().is_empty() {
            // END
            let (sender, called) = oneshot();
            self.queue.borrow_mut().push_back(sender);
            let _ = called.await;
        }
        self.tickets.borrow_mut().pop_front().expect("a ticket, since we were called")
    }
}
