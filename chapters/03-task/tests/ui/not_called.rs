use ch01_generators::Countdown;
use ch03_task::{Task, Tid};

fn main() {
    let task: Task<u32> = Task::new(Tid::new(1), "countdown", Countdown::from);
}
