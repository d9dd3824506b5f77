//! What is left with a task waits for its turn, and is sent once.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Yielded};
use ch03_task::{Task, Tid};

/// Opens as far as it is told; told nothing, it stays as it is.
struct Valve {
    percent: u32,
}

impl Coroutine<Option<u32>> for Valve {
    type Yield = String;
    type Return = ();

    fn resume_with(&mut self, told: Option<u32>) -> CoroutineState<String, ()> {
        let Some(percent) = told else {
            return Yielded(format!("told nothing, stays at {} %", self.percent));
        };
        self.percent = percent;
        Yielded(format!("opens to {percent} %"))
    }
}

fn turn(task: &mut Task<String, Option<u32>>) {
    if let Yielded(report) = task.resume() {
        println!("{}: {report}", task.name());
    }
}

fn main() {
    let mut valve = Task::new(Tid::new(1), "valve", Valve { percent: 0 });
    turn(&mut valve);

    println!("leave 70");
    valve.set_send_value(Some(70));
    println!("(coffee)");
    turn(&mut valve);
    turn(&mut valve);

    println!("leave 90, then 20");
    valve.set_send_value(Some(90));
    valve.set_send_value(Some(20));
    turn(&mut valve);
}
