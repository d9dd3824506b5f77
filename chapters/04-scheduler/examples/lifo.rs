//! Last in, first out: the queue is a stack, and whoever has just run is next again.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch03_task::{Task, Tid};
use ch04_scheduler::trace;
use std::slice::Iter;
use tracing::debug;

const SOUP: &[&str] = &["chop", "simmer", "season"];
const BREAD: &[&str] = &["mix", "knead", "rise", "shape", "bake"];

/// A recipe, and the steps that are left of it.
struct Dish {
    name: &'static str,
    steps: Iter<'static, &'static str>,
}

impl Generator for Dish {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        let Some(step) = self.steps.next() else {
            return Complete(());
        };
        println!("{}: {step}", self.name);
        Yielded(())
    }
}

fn create_task(number: u64, name: &str, dish: Dish) -> Task {
    debug!(task = number, name, "create");
    Task::new(Tid::new(number), name, dish)
}

fn run(mut ready: Vec<Task>) {
    while let Some(mut task) = ready.pop() {
        let tid = task.tid();
        debug!(task = tid.number(), "resume");
        match task.resume() {
            Yielded(()) => {
                debug!(task = tid.number(), "yield");
                ready.push(task);
            }
            Complete(exit) => {
                debug!(task = tid.number(), %exit, "complete");
                println!("task {tid} {exit}");
            }
        }
    }
}

fn main() {
    trace::init();
    let dish = |name, steps: &'static [&str]| Dish { name, steps: steps.iter() };
    let soup = create_task(1, "soup", dish("soup", SOUP));
    let bread = create_task(2, "bread", dish("bread", BREAD));
    run(vec![soup, bread]);
}
