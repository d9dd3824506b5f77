use super::Step;
use ch07_future_and_handle::Task;
use ch08_gather_and_select::event_loop;
use std::pin::Pin;
use std::task::{Context, Poll};

/// The loop of chapters 07 and 08.
pub struct Real;

impl Step for Real {
    const NAME: &'static str = "the real loop";

    type Join<T: Send + 'static> = Returned<T>;

    fn run<F: Future<Output: 'static> + 'static>(root: F) -> F::Output {
        event_loop().expect("a selector").run_until_complete(root)
    }

    fn spawn<F>(future: F) -> Returned<F::Output>
    where
        F: Future<Output: Send + 'static> + Send + 'static,
    {
        Returned(ch07_future_and_handle::spawn(future))
    }
}

/// A task that does not panic.
pub struct Returned<T>(Task<T>);

impl<T: 'static> Future for Returned<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<T> {
        Pin::new(&mut self.0).poll(cx).map(|result| result.expect("it has returned"))
    }
}
