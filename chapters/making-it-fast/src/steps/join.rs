use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

/// Awaits the end of a task.
pub struct Join<T>(Arc<Mutex<Outcome<T>>>);

struct Outcome<T> {
    output: Option<T>,
    joiner: Option<Waker>,
}

/// A future that hands its output to the other one.
pub(super) fn joined<F: Future>(
    future: F,
) -> (impl Future<Output = ()>, Join<F::Output>) {
    let outcome = Arc::new(Mutex::new(Outcome { output: None, joiner: None }));
    let end = outcome.clone();
    let future = async move {
        let output = future.await;
        let mut end = end.lock().unwrap();
        end.output = Some(output);
        let joiner = end.joiner.take();
        drop(end);
        joiner.into_iter().for_each(Waker::wake);
    };
    (future, Join(outcome))
}

impl<T> Future for Join<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<T> {
        let mut outcome = self.0.lock().unwrap();
        if let Some(output) = outcome.output.take() {
            return Poll::Ready(output);
        }
        outcome.joiner = Some(cx.waker().clone());
        Poll::Pending
    }
}
