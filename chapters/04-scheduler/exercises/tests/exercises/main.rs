//! The exercises of chapter 04. One alone: `cargo test -p ex04-scheduler express`.

mod cancelled;
mod closing_time;
mod coffee_break;
mod express;
mod post_office;

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use std::cell::RefCell;
use std::rc::Rc;

/// What the tasks of a test did, a line each.
type Log = Rc<RefCell<String>>;

/// Notes each of its turns, as many as it has steps, and ends in the turn after.
struct Dish {
    name: &'static str,
    step: u32,
    steps: u32,
    log: Log,
}

impl Dish {
    fn new(name: &'static str, steps: u32, log: &Log) -> Self {
        Dish { name, step: 0, steps, log: Rc::clone(log) }
    }
}

impl Generator for Dish {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        if self.step == self.steps {
            *self.log.borrow_mut() += &format!("{} done\n", self.name);
            return Complete(());
        }
        self.step += 1;
        *self.log.borrow_mut() += &format!("{} {}\n", self.name, self.step);
        Yielded(())
    }
}
