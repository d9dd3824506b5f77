//! `cargo test -p ex01-generators` checks all exercises, with a name behind it only that one.

mod cartons;
mod fibonacci;
mod sequel;
mod slim;
mod turns;

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What came of each resume, a line each, up to the end.
fn transcript<G: Generator>(mut generator: G) -> String
where
    G::Yield: Debug,
    G::Return: Debug,
{
    let mut lines = String::new();
    for _ in 0..12 {
        let line = resumed(&mut generator);
        lines += &line;
        if !line.starts_with("yields") {
            return lines;
        }
    }
    lines + "has not completed after 12 resumes\n"
}

/// What came of one resume, as a line.
fn resumed<G: Generator>(generator: &mut G) -> String
where
    G::Yield: Debug,
    G::Return: Debug,
{
    match catch_unwind(AssertUnwindSafe(|| generator.resume())) {
        Ok(Yielded(value)) => format!("yields {value:?}\n"),
        Ok(Complete(value)) => format!("returns {value:?}\n"),
        Err(_) => "panics\n".into(),
    }
}

/// Yields its name and a number, as often as it is told to. It tells on those who resume it after
/// its end.
struct Voice {
    name: &'static str,
    said: u32,
    last: u32,
}

impl Voice {
    fn new(name: &'static str, last: u32) -> Self {
        Voice { name, said: 0, last }
    }
}

impl Generator for Voice {
    type Yield = String;
    type Return = String;

    fn resume(&mut self) -> CoroutineState<String, String> {
        self.said += 1;
        match self.said.saturating_sub(self.last) {
            0 => Yielded(format!("{} {}", self.name, self.said)),
            2 => Yielded(format!("{} RESUMED AFTER ITS END", self.name)),
            _ => Complete(format!("{} is done", self.name)),
        }
    }
}
