use ch01_generators::Countdown;
use ch03_task::{Task, Tid};

/// A countdown yields u32, no String.
fn speaks(clock: Countdown) -> Task<String> {
    Task::new(Tid::new(1), "clock", clock)
}

/// A countdown is sent (), no Option<i32>.
fn listens(clock: Countdown) -> Task<u32, Option<i32>> {
    Task::new(Tid::new(1), "clock", clock)
}

fn main() {
    speaks(Countdown::from(4)).resume();
    listens(Countdown::from(4)).resume();
}
