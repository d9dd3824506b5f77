use ch01_generators::CoroutineState;
use ch02_coroutines::Coroutine;
use ch05_syscalls::{Reply, SystemCall, Trap};
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

thread_local! {
    static TRAP: Cell<Option<Trap>> = const { Cell::new(None) };
    static REPLY: Cell<Option<Reply>> = const { Cell::new(None) };
}

/// An `async` block as one of our coroutines, for the kernel of chapter 05.
pub struct AsCoroutine<F> {
    future: Pin<Box<F>>,
}

impl<F: Future> AsCoroutine<F> {
    /// Wraps the block. It starts at the first resume.
    pub fn new(future: F) -> Self {
        AsCoroutine { future: Box::pin(future) }
    }
}

impl<F: Future> Coroutine<Reply> for AsCoroutine<F> {
    type Yield = Trap;
    type Return = F::Output;

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, F::Output> {
        REPLY.set(Some(reply));
        match self.future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(output) => CoroutineState::Complete(output),
            Poll::Pending => CoroutineState::Yielded(TRAP.take().expect("a trap")),
        }
    }
}

/// Asks the kernel, from within an `async` block, and waits for its answer.
pub async fn call(call: impl SystemCall + 'static) -> Reply {
    REPLY.take();
    TRAP.set(Some(Box::new(call)));
    poll_fn(|_| REPLY.take().map_or(Poll::Pending, Poll::Ready)).await
}
