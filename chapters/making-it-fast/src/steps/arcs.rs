use super::Step;
use super::join::{Join, joined};
use std::marker::PhantomData;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

/// Where tasks that are ready stand.
pub trait Queue: Send + Sync + Sized + 'static {
    const NAME: &'static str;

    fn of_this_thread() -> Arc<Self>;
    fn push(&self, task: Arc<Task<Self>>);
    fn pop(&self) -> Arc<Task<Self>>;
}

/// A future with a place to wait in.
pub struct Task<Q> {
    /// `None` once it has ended.
    future: Mutex<Option<Pin<Box<dyn Future<Output = ()> + Send>>>>,
    ready: Arc<Q>,
}

impl<Q: Queue> Wake for Task<Q> {
    fn wake(self: Arc<Self>) {
        let ready = self.ready.clone();
        ready.push(self);
    }
}

impl<Q: Queue> Task<Q> {
    fn poll(self: Arc<Self>) {
        let waker = Waker::from(self.clone());
        let mut place = self.future.lock().unwrap();
        if let Some(future) = place.as_mut()
            && future.as_mut().poll(&mut Context::from_waker(&waker)).is_ready()
        {
            *place = None;
        }
    }
}

/// A loop with such a queue.
pub struct Arcs<Q>(PhantomData<Q>);

impl<Q: Queue> Step for Arcs<Q> {
    const NAME: &'static str = Q::NAME;

    type Join<T: Send + 'static> = Join<T>;

    /// The root is not in its task: it need not be `Send`.
    fn run<F: Future<Output: 'static> + 'static>(root: F) -> F::Output {
        let ready = Q::of_this_thread();
        let task = Arc::new(Task { future: Mutex::new(None), ready: ready.clone() });
        ready.push(task.clone());
        let waker = Waker::from(task.clone());
        let mut root = pin!(root);
        loop {
            let next = ready.pop();
            if !Arc::ptr_eq(&next, &task) {
                next.poll();
            } else if let Poll::Ready(output) =
                root.as_mut().poll(&mut Context::from_waker(&waker))
            {
                return output;
            }
        }
    }

    fn spawn<F>(future: F) -> Join<F::Output>
    where
        F: Future<Output: Send + 'static> + Send + 'static,
    {
        let ready = Q::of_this_thread();
        let (future, join) = joined(future);
        let future = Mutex::new(Some(Box::pin(future) as Pin<Box<_>>));
        ready.push(Arc::new(Task { future, ready: ready.clone() }));
        join
    }
}
