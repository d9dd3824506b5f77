use super::Step;
use super::core::{self, Core};
use super::join::Join;
use super::local::LOOK_EVERY;
use super::slot_numbers;
use std::collections::VecDeque;
use std::mem;

/// The ready queue is swapped for an empty one, and drained.
pub struct Batches;

impl Step for Batches {
    const NAME: &'static str = "batches";

    type Join<T: Send + 'static> = Join<T>;

    fn run<F: Future<Output: 'static> + 'static>(root: F) -> F::Output {
        core::run(root, |core| {
            turns(core, LOOK_EVERY, || {}, |number| slot_numbers::step(core, number));
        })
    }

    fn spawn<F>(future: F) -> Join<F::Output>
    where
        F: Future<Output: Send + 'static> + Send + 'static,
    {
        slot_numbers::spawn(future)
    }
}

/// Turn by turn, with a look at who else is there after so many steps.
pub(super) fn turns(
    core: &Core,
    look_every: usize,
    mut look: impl FnMut(),
    mut step: impl FnMut(u32),
) {
    let mut batch = VecDeque::new();
    let mut steps = 0;
    while !core.done.get() {
        if core.slots.borrow().ready.is_empty() {
            core.sleep();
        } else if steps >= look_every {
            steps = 0;
            core.read_inbox();
            look();
        }
        mem::swap(&mut batch, &mut core.slots.borrow_mut().ready);
        steps += batch.len();
        batch.drain(..).for_each(&mut step);
    }
}
