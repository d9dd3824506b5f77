//! What one question to the operating system costs a loop, by how many tasks share it.

use making_it_fast::{Asking, OneBox, Step, yields};
use std::time::Instant;

/// So many turns, in all, of so many tasks.
const TURNS: usize = 200_000;

/// So often each loop has its go.
const ROUNDS: usize = 15;

fn main() {
    println!("tasks   never   at each turn   a question");
    for tasks in [1, 10, 100, 1000] {
        let mut rounds: Vec<(f64, f64)> = (0..ROUNDS)
            .map(|_| (turn::<OneBox>(tasks), turn::<Asking<1>>(tasks)))
            .collect();
        rounds.sort_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
        let (never, always) = rounds[ROUNDS / 2];
        let question = (always - never) * tasks as f64;
        println!("{tasks:5} {never:7.1} {always:14.1} {question:9.0} ns");
    }
}

/// Nanoseconds a turn.
fn turn<S: Step>(tasks: usize) -> f64 {
    let start = Instant::now();
    S::run(yields::<S>(tasks, TURNS / tasks));
    start.elapsed().as_nanos() as f64 / TURNS as f64
}
