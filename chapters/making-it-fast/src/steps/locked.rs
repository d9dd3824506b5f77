use std::collections::VecDeque;
use std::mem;
use std::sync::{Condvar, Mutex};

/// A queue that any thread may add to, and one takes from.
pub(super) struct Locked<T> {
    state: Mutex<State<T>>,
    bell: Condvar,
}

struct State<T> {
    items: VecDeque<T>,
    /// Whether somebody sleeps until there is an item.
    asleep: bool,
}

impl<T> Locked<T> {
    /// Rings the bell, whoever may hear it.
    pub(super) fn push_and_ring(&self, item: T) {
        self.state.lock().unwrap().items.push_back(item);
        self.bell.notify_one();
    }

    /// Rings the bell only if somebody sleeps.
    pub(super) fn push(&self, item: T) {
        let mut state = self.state.lock().unwrap();
        state.items.push_back(item);
        let asleep = mem::take(&mut state.asleep);
        drop(state);
        if asleep {
            self.bell.notify_one();
        }
    }

    /// The next one. Sleeps until there is one.
    pub(super) fn pop(&self) -> T {
        let mut state = self.state.lock().unwrap();
        loop {
            if let Some(item) = state.items.pop_front() {
                return item;
            }
            state.asleep = true;
            state = self.bell.wait(state).unwrap();
        }
    }

    /// The next one, if there is one.
    pub(super) fn try_pop(&self) -> Option<T> {
        self.state.lock().unwrap().items.pop_front()
    }
}

impl<T> Default for Locked<T> {
    fn default() -> Self {
        let state = State { items: VecDeque::new(), asleep: false };
        Locked { state: Mutex::new(state), bell: Condvar::new() }
    }
}
