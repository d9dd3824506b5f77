use super::Step;
use super::arcs::{self, Queue, Task};
use super::join::Join;
use super::locked::Locked;
use std::sync::Arc;

/// Rings the bell only if the loop is asleep.
pub struct Bell;

impl Step for Bell {
    const NAME: &'static str = "ring for sleepers";

    type Join<T: Send + 'static> = Join<T>;

    fn run<F: Future<Output: 'static> + 'static>(root: F) -> F::Output {
        arcs::run::<Shared, F>(root)
    }

    fn spawn<F>(future: F) -> Join<F::Output>
    where
        F: Future<Output: Send + 'static> + Send + 'static,
    {
        arcs::spawn::<Shared, F>(future)
    }
}

#[derive(Default)]
struct Shared(Locked<Arc<Task<Shared>>>);

thread_local! {
    static READY: Arc<Shared> = Arc::default();
}

impl Queue for Shared {
    fn of_this_thread() -> Arc<Self> {
        READY.with(Arc::clone)
    }

    fn push(&self, task: Arc<Task<Self>>) {
        self.0.push(task);
    }

    fn pop(&self) -> Arc<Task<Self>> {
        self.0.pop()
    }
}
