//! Resumed once more after an error, `Lines` reads on: a torn log ends like a whole one.

#[path = "pipeline/lines.rs"]
mod lines;

use ch01_generators::{
    CoroutineState::{Complete, Yielded},
    Generator,
};
use lines::Lines;

/// The second line is not UTF-8.
const LOG: &[u8] = b"fuel 98\nf\xff\nfuel 97\n";

fn main() {
    let mut lines = Lines(LOG);
    for _ in 1..=4 {
        match lines.resume() {
            Yielded(_) => {} // `Lines` has said what it read
            Complete(result) => println!("whole log read: {}", result.is_ok()),
        }
    }
}
