// Check it: cargo test -p ex07-future-and-handle both

//! Two kettles on one stove. Whoever waits for the first before she lights the
//! second drinks her tea later than she has to.

use std::pin::Pin;
use std::task::{Context, Poll};

/// One of two futures: it goes on, or its output waits for that of the other.
enum Half<F: Future> {
    Running(Pin<Box<F>>),
    Done(Option<F::Output>),
}

impl<F: Future> Half<F> {
    /// Lets the future go on, if it has not completed. Says whether it has by now.
    fn poll(&mut self, cx: &mut Context) -> bool {
        todo!("poll it if it is running; keep the output when it is ready")
    }

    /// The output.
    fn take(&mut self) -> F::Output {
        match self {
            Half::Done(output) => output.take().expect("is taken once"),
            Half::Running(_) => unreachable!("is taken when it is done"),
        }
    }
}

/// Waits for two futures at once. Completes when both have, with both outputs.
pub struct Both<A: Future, B: Future> {
    first: Half<A>,
    second: Half<B>,
}

/// Nothing is pinned in here: the futures are, in their boxes. It has to be said, since
/// the compiler sees an output in here, and that may be of a type that is not `Unpin`.
impl<A: Future, B: Future> Unpin for Both<A, B> {}

/// Both futures, in one task.
pub fn both<A: Future, B: Future>(first: A, second: B) -> Both<A, B> {
    Both {
        first: Half::Running(Box::pin(first)),
        second: Half::Running(Box::pin(second)),
    }
}

impl<A: Future, B: Future> Future for Both<A, B> {
    type Output = (A::Output, B::Output);

    /// Polls the first, then the second, as long as they have not completed.
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output> {
        todo!("poll the two halves, and take what they give when both are done")
    }
}
