//! Tasks outlive the function that made them: each owns what it uses, or a share in it.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Yielded};
use ch03_task::{Task, Tid};
use std::cell::RefCell;
use std::rc::Rc;

type Log = Rc<RefCell<Vec<String>>>;

/// Writes its entry into the log at every turn, for ever.
struct Scribe {
    entry: String,
    mission: String,
    log: Log,
}

impl Generator for Scribe {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        let line = format!("{}: {}", self.mission, self.entry);
        self.log.borrow_mut().push(line);
        Yielded(())
    }
}

fn crew(log: &Log) -> Vec<Task> {
    let mission = String::from("Albatross 7");
    let scribe = |number, name| {
        let entry = format!("all is well, says {name}");
        let mission = mission.clone();
        let log = Rc::clone(log);
        Task::new(Tid::new(number), name, Scribe { entry, mission, log })
    };
    vec![scribe(1, "Ada"), scribe(2, "Grace")]
}

fn main() {
    let log = Log::default();
    let mut tasks = crew(&log);
    for _ in 0..2 {
        for task in &mut tasks {
            task.resume();
        }
    }
    drop(tasks);
    println!("{}", log.borrow().join("\n"));
}
