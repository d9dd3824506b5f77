use super::arcs::{Arcs, Queue, Task};
use super::locked::Locked;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::iter;
use std::ptr;
use std::sync::Arc;

/// A second queue, without a lock, for the loop's own thread.
pub type Local = Arcs<Inbox>;

/// The part that other threads can reach.
#[derive(Default)]
pub struct Inbox(Locked<Arc<Task<Inbox>>>);

/// The part that they cannot.
#[derive(Default)]
struct Home {
    ready: VecDeque<Arc<Task<Inbox>>>,
    inbox: Arc<Inbox>,
    steps: usize,
}

thread_local! {
    static HOME: RefCell<Home> = RefCell::default();
}

/// So many steps it takes before it looks into the inbox.
pub(super) const LOOK_EVERY: usize = 64;

impl Queue for Inbox {
    const NAME: &'static str = "wakes without a lock";

    fn of_this_thread() -> Arc<Self> {
        HOME.with_borrow(|home| home.inbox.clone())
    }

    fn push(&self, task: Arc<Task<Self>>) {
        HOME.with_borrow_mut(|home| {
            if ptr::eq(self, &*home.inbox) {
                home.ready.push_back(task);
            } else {
                self.0.push(task);
            }
        });
    }

    fn pop(&self) -> Arc<Task<Self>> {
        HOME.with_borrow_mut(|home| {
            home.steps += 1;
            if home.steps.is_multiple_of(LOOK_EVERY) {
                home.ready.extend(iter::from_fn(|| self.0.try_pop()));
            }
            home.ready.pop_front().unwrap_or_else(|| self.0.pop())
        })
    }
}
