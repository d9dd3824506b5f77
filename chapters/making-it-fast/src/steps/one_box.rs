use super::Step;
use super::core::{self, Core, Job};
use super::local::LOOK_EVERY;
use super::spare;
use pin_project_lite::pin_project;
use std::any::Any;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};

/// The result takes the future's place, and whoever awaits it looks there.
pub struct OneBox;

impl Step for OneBox {
    const NAME: &'static str = "one box";

    type Join<T: Send + 'static> = InSlot<T>;

    fn run<F: Future<Output: 'static> + 'static>(root: F) -> F::Output {
        core::run(root, |core| spare::turns(core, LOOK_EVERY, || {}))
    }

    fn spawn<F>(future: F) -> InSlot<F::Output>
    where
        F: Future<Output: Send + 'static> + Send + 'static,
    {
        core::running(|core| {
            let job = Box::pin(FutureJob::Running { future });
            let slot = core.slots.borrow_mut().add(job, true);
            InSlot { slot, core: core.clone(), output: PhantomData }
        })
    }
}

pin_project! {
    #[project = Pinned]
    enum FutureJob<F: Future> {
        Running { #[pin] future: F },
        Ended { output: Option<F::Output> },
    }
}

impl<F: Future<Output: 'static>> Job for FutureJob<F> {
    fn turn(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<()> {
        if let Pinned::Running { future } = self.as_mut().project() {
            let output = Some(ready!(future.poll(cx)));
            self.set(FutureJob::Ended { output });
        }
        Poll::Ready(())
    }

    fn take(self: Pin<&mut Self>, to: &mut dyn Any) {
        if let Pinned::Ended { output } = self.project()
            && let Some(to) = to.downcast_mut()
        {
            *to = output.take();
        }
    }
}

/// Awaits the end of what is in a slot.
pub struct InSlot<T> {
    slot: u32,
    core: Rc<Core>,
    output: PhantomData<T>,
}

impl<T> Unpin for InSlot<T> {}

impl<T: 'static> Future for InSlot<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<T> {
        let mut slots = self.core.slots.borrow_mut();
        let slot = slots.get(self.slot);
        if !slot.ended {
            slot.joiner = Some(cx.waker().clone());
            return Poll::Pending;
        }
        let job = slot.job.take();
        drop(slots);
        let mut output = None;
        job.expect("it is awaited once").as_mut().take(&mut output);
        Poll::Ready(output.expect("it has ended"))
    }
}

impl<T> Drop for InSlot<T> {
    fn drop(&mut self) {
        let mut slots = self.core.slots.borrow_mut();
        let slot = slots.get(self.slot);
        slot.held = false;
        let unread = if slot.ended { slot.job.take() } else { None };
        slots.release(self.slot);
        drop(slots);
        drop(unread);
    }
}
