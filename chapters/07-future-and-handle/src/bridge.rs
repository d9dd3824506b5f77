use ch01_generators::CoroutineState;
use ch02_coroutines::Coroutine;
use ch05_syscalls::{Reply, SystemCall, Trap};
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

// The letterbox: what `Pending` cannot carry out, and what `poll` cannot bring in.
thread_local! {
    static TRAP: Cell<Option<Trap>> = const { Cell::new(None) };
    static REPLY: Cell<Option<Reply>> = const { Cell::new(None) };
}

/// An `async` block as one of our coroutines, for the kernel of chapter 05.
///
/// ```
/// use ch05_syscalls::{GetTid, Kernel, Reply};
/// use ch07_future_and_handle::{AsCoroutine, call};
///
/// let mut kernel = Kernel::new();
/// kernel.create_task("castaway", AsCoroutine::new(async {
///     let Reply::Tid(me) = call(GetTid).await else { panic!("no number") };
///     println!("I am task {me}");
/// }));
/// assert_eq!(kernel.run(), Ok(()));
/// ```
pub struct AsCoroutine<F> {
    future: Pin<Box<F>>,
}

impl<F: Future> AsCoroutine<F> {
    /// Wraps the block. It starts at the first resume.
    pub fn new(future: F) -> Self {
        AsCoroutine { future: Box::pin(future) }
    }
}

/// # Panics
///
/// If the block awaits something else than a [`call`]: the kernel would not know what
/// it waits for. Also if it is resumed after its end.
impl<F: Future> Coroutine<Reply> for AsCoroutine<F> {
    type Yield = Trap;
    type Return = F::Output;

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, F::Output> {
        REPLY.set(Some(reply));
        match self.future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(output) => CoroutineState::Complete(output),
            Poll::Pending => {
                let trap = TRAP.take();
                CoroutineState::Yielded(trap.expect("it stopped without a system call"))
            }
        }
    }
}

/// Asks the kernel, from within an `async` block, and waits for its answer.
///
/// One at a time: a second call in the same turn would take the place of the first.
/// [`AsCoroutine`] shows a call.
pub async fn call(call: impl SystemCall + 'static) -> Reply {
    // What lies there is no answer to us: at first it is the `Done` with which every task
    // begins.
    REPLY.take();
    TRAP.set(Some(Box::new(call)));
    poll_fn(|_| REPLY.take().map_or(Poll::Pending, Poll::Ready)).await
}
