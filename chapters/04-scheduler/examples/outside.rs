//! Guests order while the kitchen is at work, and once more when it has nothing left to do.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch04_scheduler::{Scheduler, trace};

/// A dish that takes some turns to prepare.
struct Dish {
    name: &'static str,
    turns: u32,
}

impl Generator for Dish {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        if self.turns == 0 {
            println!("{}: served", self.name);
            return Complete(());
        }
        println!("{}: {} to go", self.name, self.turns);
        self.turns -= 1;
        Yielded(())
    }
}

fn order(scheduler: &mut Scheduler, name: &'static str, turns: u32) {
    let tid = scheduler.create_task(name, Dish { name, turns });
    println!("a guest orders {name}: task {tid}");
}

fn main() {
    trace::init();
    let mut scheduler = Scheduler::new();
    order(&mut scheduler, "soup", 2);
    order(&mut scheduler, "bread", 3);
    for _ in 0..3 {
        scheduler.step();
    }
    order(&mut scheduler, "salad", 1);
    scheduler.run();

    println!("nobody is ready");
    order(&mut scheduler, "coffee", 1);
    scheduler.run();
}
