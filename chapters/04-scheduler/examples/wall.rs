//! A task that reaches for the scheduler while the scheduler is running it.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Complete};
use ch04_scheduler::{Scheduler, trace};
use std::cell::RefCell;
use std::rc::Rc;

/// Wants a second task to do its work.
struct Chef {
    kitchen: Rc<RefCell<Scheduler>>,
}

impl Generator for Chef {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        println!("the chef calls for a helper");
        self.kitchen.borrow_mut().create_task("helper", Helper);
        Complete(())
    }
}

struct Helper;

impl Generator for Helper {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        println!("the helper is here");
        Complete(())
    }
}

fn main() {
    trace::init();
    let kitchen = Rc::new(RefCell::new(Scheduler::new()));
    let chef = Chef { kitchen: kitchen.clone() };
    kitchen.borrow_mut().create_task("chef", chef);
    let turn = kitchen.borrow_mut().step();
    if let Some(Complete(exit)) = turn.map(|turn| turn.state) {
        println!("the chef {exit}");
    }
}
