//! Measures all steps, and prints a table for each kind of work. `--quick` measures less.

use making_it_fast::{Effort, measure};
use std::env;

fn main() {
    let quick = env::args().any(|argument| argument == "--quick");
    let effort = if quick { Effort::Quick } else { Effort::Full };
    measure(effort).for_each(|table| println!("{table}"));
}
