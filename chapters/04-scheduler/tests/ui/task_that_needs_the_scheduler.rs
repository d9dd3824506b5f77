//! A task that wants to create a task while the scheduler is running it.

use ch01_generators::{CoroutineState, Countdown, Generator};
use ch04_scheduler::Scheduler;

struct Chef<'kitchen> {
    kitchen: &'kitchen mut Scheduler<u32>,
}

impl Generator for Chef<'_> {
    type Yield = u32;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<u32, ()> {
        self.kitchen.create_task("helper", Countdown::from(3));
        CoroutineState::Complete(())
    }
}

fn main() {
    let mut scheduler = Scheduler::new();
    let kitchen = &mut scheduler;
    scheduler.create_task("chef", Chef { kitchen });
}
