use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// A queue that any thread may add to.
pub(super) struct Locked<T> {
    items: Mutex<VecDeque<T>>,
    filled: Condvar,
}

impl<T> Locked<T> {
    pub(super) fn push(&self, item: T) {
        self.items.lock().unwrap().push_back(item);
        self.filled.notify_one();
    }

    /// The next one. Sleeps until there is one.
    pub(super) fn pop(&self) -> T {
        let items = self.items.lock().unwrap();
        let empty = |items: &mut VecDeque<_>| items.is_empty();
        let mut items = self.filled.wait_while(items, empty).unwrap();
        items.pop_front().expect("it is not empty")
    }

    /// The next one, if there is one.
    pub(super) fn try_pop(&self) -> Option<T> {
        self.items.lock().unwrap().pop_front()
    }
}

impl<T> Default for Locked<T> {
    fn default() -> Self {
        Locked { items: Mutex::default(), filled: Condvar::new() }
    }
}
