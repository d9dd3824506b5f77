//! One cook, two dishes: a soup of three steps and a bread of five take turns.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch04_scheduler::{Scheduler, trace};

const SOUP: &[&str] = &["chop", "simmer", "season"];
const BREAD: &[&str] = &["mix", "knead", "rise", "shape", "bake"];

/// A recipe, and how far the cook has got with it.
struct Dish {
    name: &'static str,
    steps: &'static [&'static str],
    next: usize,
}

impl Dish {
    fn new(name: &'static str, steps: &'static [&'static str]) -> Self {
        let next = 0;
        Dish { name, steps, next }
    }
}

impl Generator for Dish {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        let Some(step) = self.steps.get(self.next) else {
            return Complete(());
        };
        println!("{}: {step}", self.name);
        self.next += 1;
        Yielded(())
    }
}

fn main() {
    trace::init();
    let soup = Dish::new("soup", SOUP);
    let bread = Dish::new("bread", BREAD);

    let mut scheduler = Scheduler::new();
    scheduler.create_task("soup", soup);
    scheduler.create_task("bread", bread);
    while let Some(turn) = scheduler.step() {
        if let Complete(exit) = turn.state {
            println!("task {} {exit}", turn.tid);
        }
    }
}
