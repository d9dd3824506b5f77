use super::Step;
use super::core::{self, Core, SlotWaker};
use super::join::{Join, joined};
use super::local::LOOK_EVERY;
use std::task::Context;

/// Tasks lie in slots, and the ready queue holds their numbers.
pub struct SlotNumbers;

impl Step for SlotNumbers {
    const NAME: &'static str = "slot numbers";

    type Join<T: Send + 'static> = Join<T>;

    fn run<F: Future<Output: 'static> + 'static>(root: F) -> F::Output {
        core::run(root, turns)
    }

    fn spawn<F>(future: F) -> Join<F::Output>
    where
        F: Future<Output: Send + 'static> + Send + 'static,
    {
        spawn(future)
    }
}

fn turns(core: &Core) {
    let mut steps: usize = 0;
    while !core.done.get() {
        steps += 1;
        if steps.is_multiple_of(LOOK_EVERY) {
            core.read_inbox();
        }
        let next = core.slots.borrow_mut().ready.pop_front();
        match next {
            Some(number) => step(core, number),
            None => core.sleep(),
        }
    }
}

/// Each task has a waker of its own, from its first turn on.
pub(super) fn step(core: &Core, number: u32) {
    let Some((mut job, waker)) = core.start(number) else { return };
    let waker = waker.unwrap_or_else(|| SlotWaker::new(core, number));
    let poll = job.as_mut().turn(&mut Context::from_waker(&waker.waker));
    core.finish(number, poll, job, Some(waker));
}

pub(super) fn spawn<F>(future: F) -> Join<F::Output>
where
    F: Future<Output: 'static> + 'static,
{
    let (future, join) = joined(future);
    core::running(|core| core.slots.borrow_mut().add(Box::pin(future), false));
    join
}
