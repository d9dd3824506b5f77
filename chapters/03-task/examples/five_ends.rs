//! Five tasks, and how each of them ends.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch03_task::{Exit, Task, Tid};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Does one thing at its turn, and holds what is dropped with it.
struct Console<Held> {
    act: fn() -> CoroutineState<(), ()>,
    _held: Held,
}

impl<Held> Generator for Console<Held> {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        (self.act)()
    }
}

/// Panics when it is dropped.
struct Grudge;

impl Drop for Grudge {
    fn drop(&mut self) {
        panic!("not without a fight");
    }
}

/// Gives a task one turn. If that was not its last, the task is dropped.
fn end<Held: 'static>(name: &str, act: fn() -> CoroutineState<(), ()>, held: Held) {
    let mut task = Task::new(Tid::new(1), name, Console { act, _held: held });
    let exit = match task.resume() {
        Complete(exit) => exit.to_string(),
        Yielded(()) => match catch_unwind(AssertUnwindSafe(|| drop(task))) {
            Ok(()) => Exit::Killed.to_string(),
            Err(_) => "struck us, who dropped it".into(),
        },
    };
    println!("{name:<26} {exit}");
}

fn main() {
    end("returns", || Complete(()), ());
    end("returns, drop panics", || Complete(()), Grudge);
    end("panics", || panic!("smoke"), ());
    end("yields, dropped", || Yielded(()), ());
    end("yields, dropped, panics", || Yielded(()), Grudge);
}
