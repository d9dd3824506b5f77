//! Lines → grep → print: each stage says when it holds a line. (A line brings its own newline.)

mod lines;

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};
use lines::Lines;

/// The cable tore at lift-off, and the log with it.
const LOG: &[u8] = b"fuel 98\negg in\nfuel 97\nlift-off\nf\xff";

/// Yields those lines that contain the word, and returns what `Lines` returns.
struct Grep<G>(&'static str, G);

impl<G: Generator<Yield = String>> Generator for Grep<G> {
    type Yield = String;
    type Return = G::Return;

    fn resume(&mut self) -> CoroutineState<String, G::Return> {
        let Grep(word, lines) = self;
        loop {
            match lines.resume() {
                Complete(result) => return Complete(result),
                Yielded(line) if line.contains(*word) => {
                    print!("  grep keeps   {line}");
                    return Yielded(line);
                }
                Yielded(line) => print!("  grep drops   {line}"),
            }
        }
    }
}

fn main() {
    let mut fuel = Grep("fuel", Lines(LOG));
    println!("the pipeline stands");
    let result = loop {
        match fuel.resume() {
            Yielded(line) => print!("    print gets {line}"),
            Complete(result) => break result,
        }
    };
    println!("whole log read: {}", result.is_ok());
}
