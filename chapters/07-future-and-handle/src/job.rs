use crate::JoinError;
use pin_project_lite::pin_project;
use std::any::{Any, type_name};
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// What a slot holds: a future or a callback, and later its result.
///
/// It may be run although it has nothing to do, and must bear it.
pub(crate) trait Job {
    /// Runs it, until it has to wait or has ended: then it says in a word how.
    fn step(self: Pin<&mut Self>, cx: &mut Context) -> Poll<&'static str>;

    /// Ends it, and drops what it holds.
    fn cancel(self: Pin<&mut Self>);

    /// Moves the result into `to`, which is an `Option<Result<T, JoinError>>`.
    fn take(self: Pin<&mut Self>, to: &mut dyn Any);

    /// What the timelines call it.
    fn name(&self) -> &'static str;
}

pin_project! {
    /// A task's future, then its result, in one and the same place.
    #[project = FutureJobPinned]
    pub(crate) enum FutureJob<F: Future> {
        Running { #[pin] future: F },
        Ended { result: Option<Result<F::Output, JoinError>> },
    }
}

impl<F: Future> FutureJob<F> {
    /// Drops the future, in place. If that panics, the panic is the result.
    fn end(mut self: Pin<&mut Self>, result: Result<F::Output, JoinError>) {
        let ended = FutureJob::Ended { result: Some(result) };
        let dropped = catch_unwind(AssertUnwindSafe(|| self.as_mut().set(ended)));
        if let Err(panic) = dropped {
            let result = Some(Err(JoinError::Panicked(panic)));
            // The result that makes way for it may panic too.
            contain(|| self.set(FutureJob::Ended { result }));
        }
    }
}

impl<F: Future<Output: 'static>> Job for FutureJob<F> {
    fn step(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<&'static str> {
        let FutureJobPinned::Running { future } = self.as_mut().project() else {
            return Poll::Ready("ended before");
        };
        match catch_unwind(AssertUnwindSafe(|| future.poll(cx))) {
            Ok(poll) => {
                self.end(Ok(ready!(poll)));
                Poll::Ready("returned")
            }
            Err(panic) => {
                self.end(Err(JoinError::Panicked(panic)));
                Poll::Ready("panicked")
            }
        }
    }

    fn cancel(self: Pin<&mut Self>) {
        self.end(Err(JoinError::Cancelled));
    }

    fn take(self: Pin<&mut Self>, to: &mut dyn Any) {
        if let FutureJobPinned::Ended { result } = self.project()
            && let Some(to) = to.downcast_mut()
        {
            *to = result.take();
        }
    }

    fn name(&self) -> &'static str {
        // Of `async` blocks in one another, the innermost has the name that says most.
        let path = type_name::<F>();
        let path = path.split("::{{closure}}").next().unwrap_or(path);
        let is_generic = path.ends_with('>');
        let path = path.split('<').next().filter(|_| is_generic).unwrap_or(path);
        path.rsplit([':', '<', ' ']).next().unwrap_or(path)
    }
}

pin_project! {
    /// A function to be called once, when its time has come.
    pub(crate) struct Callback<F, D> {
        function: Option<F>,
        is_due: D,
    }
}

impl<F: FnOnce(), D: Fn() -> bool> Callback<F, D> {
    pub(crate) fn new(function: F, is_due: D) -> Self {
        Callback { function: Some(function), is_due }
    }
}

impl<F: FnOnce(), D: Fn() -> bool> Job for Callback<F, D> {
    fn step(self: Pin<&mut Self>, _: &mut Context) -> Poll<&'static str> {
        // Whoever wakes it may have meant the slot's last tenant.
        if !(self.is_due)() {
            return Poll::Pending;
        }
        self.project().function.take().into_iter().for_each(contain);
        Poll::Ready("returned")
    }

    fn cancel(self: Pin<&mut Self>) {
        let function = self.project().function.take();
        contain(|| drop(function));
    }

    fn take(self: Pin<&mut Self>, _: &mut dyn Any) {}

    fn name(&self) -> &'static str {
        "callback"
    }
}

/// Calls foreign code. If it panics, that ends it and nothing else: Rust has written the
/// message to stderr.
pub(crate) fn contain(foreign: impl FnOnce()) {
    // What it has thrown could panic again when it is dropped: let it be.
    let _ = catch_unwind(AssertUnwindSafe(foreign)).map_err(mem::forget);
}
