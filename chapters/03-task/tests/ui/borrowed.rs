use ch01_generators::{CoroutineState, Generator};
use ch03_task::{Task, Tid};

/// Writes its entry into the log at every turn.
struct Scribe<'a> {
    log: &'a mut Vec<String>,
}

impl Generator for Scribe<'_> {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        self.log.push(String::from("all is well"));
        CoroutineState::Yielded(())
    }
}

fn night_shift() -> Task {
    let mut log = Vec::new();
    Task::new(Tid::new(1), "scribe", Scribe { log: &mut log })
}

fn main() {
    night_shift().resume();
}
