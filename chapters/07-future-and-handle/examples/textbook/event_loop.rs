//! The textbook loop: a queue behind a lock, and tasks that put themselves into it.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Wake, Waker};

/// A future with a place to wait in.
struct Task {
    /// `None` once it has ended.
    future: Mutex<Option<Pin<Box<dyn Future<Output = ()> + Send>>>>,
    ready: Arc<ReadyQueue>,
}

/// To wake a task is to put it into the queue.
impl Wake for Task {
    fn wake(self: Arc<Self>) {
        let ready = self.ready.clone();
        ready.push(self);
    }
}

/// Who is to be polled. Any thread may add to it.
#[derive(Default)]
struct ReadyQueue {
    tasks: Mutex<VecDeque<Arc<Task>>>,
    filled: Condvar,
}

impl ReadyQueue {
    fn push(&self, task: Arc<Task>) {
        self.tasks.lock().unwrap().push_back(task);
        self.filled.notify_one();
    }

    /// The next one. Sleeps until there is one.
    fn pop(&self) -> Arc<Task> {
        let tasks = self.tasks.lock().unwrap();
        let empty = |tasks: &mut VecDeque<_>| tasks.is_empty();
        let mut tasks = self.filled.wait_while(tasks, empty).unwrap();
        tasks.pop_front().expect("it is not empty")
    }
}

/// Runs tasks until all have ended.
#[derive(Default)]
pub(crate) struct EventLoop {
    ready: Arc<ReadyQueue>,
    alive: usize,
}

impl EventLoop {
    pub(crate) fn spawn(&mut self, future: impl Future<Output = ()> + Send + 'static) {
        let future = Mutex::new(Some(Box::pin(future) as Pin<Box<_>>));
        self.ready.push(Arc::new(Task { future, ready: self.ready.clone() }));
        self.alive += 1;
    }

    pub(crate) fn run(&mut self) {
        while self.alive > 0 {
            let task = self.ready.pop();
            let waker = Waker::from(task.clone());
            let mut place = task.future.lock().unwrap();
            let Some(future) = place.as_mut() else { continue };
            if future.as_mut().poll(&mut Context::from_waker(&waker)).is_ready() {
                *place = None;
                self.alive -= 1;
            }
        }
    }
}
