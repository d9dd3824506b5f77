use super::arcs::{Arcs, Queue, Task};
use super::locked::Locked;
use std::sync::Arc;

/// Chapter 07's textbook loop: one queue behind a lock.
pub type Textbook = Arcs<Shared>;

#[derive(Default)]
pub struct Shared(Locked<Arc<Task<Shared>>>);

thread_local! {
    static READY: Arc<Shared> = Arc::default();
}

impl Queue for Shared {
    const NAME: &'static str = "textbook";

    fn of_this_thread() -> Arc<Self> {
        READY.with(Arc::clone)
    }

    fn push(&self, task: Arc<Task<Self>>) {
        self.0.push_and_ring(task);
    }

    fn pop(&self) -> Arc<Task<Self>> {
        self.0.pop()
    }
}
