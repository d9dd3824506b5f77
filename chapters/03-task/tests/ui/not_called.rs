use ch01_generators::Countdown;
use ch03_task::{Task, Tid};

fn clock() -> Task<u32> {
    Task::new(
        Tid::new(1),
        "clock",
        Countdown::from,
    )
}

fn main() {
    clock().resume();
}
