//! One console panics. Bare bodies go down with it; tasks do not.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch03_task::{Task, Tid};
use std::panic::catch_unwind;

/// Says "go" whenever it is asked, unless it is on fire.
struct Console {
    on_fire: bool,
}

impl Generator for Console {
    type Yield = &'static str;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<&'static str, ()> {
        assert!(!self.on_fire, "smoke in the console");
        Yielded("go")
    }
}

const CONSOLES: [(&str, bool); 3] =
    [("guidance", false), ("weather", true), ("fuel", false)];

fn ask_bodies() {
    for (name, on_fire) in CONSOLES {
        if let Yielded(answer) = (Console { on_fire }).resume() {
            println!("{name}: {answer}");
        }
    }
}

fn ask_tasks() {
    for (number, (name, on_fire)) in (1..).zip(CONSOLES) {
        let mut task = Task::new(Tid::new(number), name, Console { on_fire });
        match task.resume() {
            Yielded(answer) => println!("{name}: {answer}"),
            Complete(exit) => println!("{name}: {exit}"),
        }
    }
}

fn main() {
    println!("bodies:");
    // Caught here only so that the second half of this program is reached.
    if catch_unwind(ask_bodies).is_err() {
        println!("(nobody left to ask the rest)");
    }
    println!("tasks:");
    ask_tasks();
}
