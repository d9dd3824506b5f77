// Check it: cargo test -p ex07-future-and-handle berths

//! A harbour has room for so many ships. Who comes when it is full drops anchor outside,
//! and goes in when it is his turn: in the order in which they came, unless he has
//! sailed on meanwhile.

use ch07_future_and_handle::{Sender, oneshot};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

/// So many ships at once. Elsewhere this is called a semaphore.
pub struct Harbour {
    /// How many berths are free. If any is, then nobody waits.
    free: Cell<usize>,
    /// The ships at anchor. A berth can be sent to each of them.
    waiting: RefCell<VecDeque<Sender<Berth>>>,
}

/// The right to lie in the harbour. Whoever drops it has left.
pub struct Berth(Rc<Harbour>);

impl Harbour {
    /// An empty harbour.
    pub fn new(berths: usize) -> Rc<Harbour> {
        Rc::new(Harbour { free: Cell::new(berths), waiting: RefCell::default() })
    }

    /// How many berths are free.
    pub fn free(&self) -> usize {
        self.free.get()
    }

    /// Goes into the harbour, if need be when others have left.
    pub async fn enter(self: &Rc<Self>) -> Berth {
        todo!("take a free berth; if there is none, get in line and wait for one")
    }
}

impl Drop for Berth {
    /// The berth goes to the first who waits. If he has sailed on, it goes to the next;
    /// if nobody waits, it is free.
    fn drop(&mut self) {
        todo!("send a berth to the first who waits, or count one more as free")
    }
}
