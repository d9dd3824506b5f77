use ch01_generators::Countdown;
use ch03_task::{Task, Tid};

fn main() {
    // It yields u32, no String.
    let speaks: Task<String> = Task::new(Tid::new(1), "clock", Countdown::from(4));
    // It is sent (), no Option<i32>.
    let listens: Task<u32, Option<i32>> = Task::new(Tid::new(1), "clock", Countdown::from(4));
}
