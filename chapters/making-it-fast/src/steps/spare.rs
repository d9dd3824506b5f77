use super::Step;
use super::batches;
use super::core::{self, Core, SlotWaker};
use super::join::Join;
use super::local::LOOK_EVERY;
use super::slot_numbers;
use std::mem;
use std::sync::Arc;
use std::sync::atomic::{Ordering, fence};
use std::task::Context;

/// One waker for all tasks whose waker nobody keeps.
pub struct Spare;

impl Step for Spare {
    const NAME: &'static str = "a spare waker";

    type Join<T: Send + 'static> = Join<T>;

    fn run<F: Future<Output: 'static> + 'static>(root: F) -> F::Output {
        core::run(root, |core| turns(core, LOOK_EVERY, || {}))
    }

    fn spawn<F>(future: F) -> Join<F::Output>
    where
        F: Future<Output: Send + 'static> + Send + 'static,
    {
        slot_numbers::spawn(future)
    }
}

/// Batches, with steps of this kind.
pub(super) fn turns(core: &Core, look_every: usize, look: impl FnMut()) {
    let mut spare = SlotWaker::new(core, 0);
    batches::turns(core, look_every, look, |number| step(core, number, &mut spare));
}

/// A task gets a waker of its own when somebody has kept a clone of the spare one.
fn step(core: &Core, number: u32, spare: &mut SlotWaker) {
    let Some((mut job, mut own)) = core.start(number) else { return };
    let waker = own.as_ref().unwrap_or(spare);
    waker.aim(number);
    let poll = job.as_mut().turn(&mut Context::from_waker(&waker.waker));
    if own.is_none() && spare.is_kept() {
        own = Some(mem::replace(spare, SlotWaker::new(core, 0)));
    }
    core.finish(number, poll, job, own);
}

impl SlotWaker {
    fn is_kept(&self) -> bool {
        // Two are ours: `signal`, and the one in `waker`.
        let kept = Arc::strong_count(&self.signal) > 2;
        // If another thread has dropped its clone, it is done with `slot` before we aim anew.
        fence(Ordering::Acquire);
        kept
    }
}
