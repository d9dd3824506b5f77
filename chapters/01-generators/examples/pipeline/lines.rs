//! The lines of a reader, one at a time.

use ch01_generators::CoroutineState::{self, Complete, Yielded};
use ch01_generators::Generator;
use std::io::{self, BufRead};

/// Yields a reader's lines, and returns whether all of it could be read.
pub(crate) struct Lines<R>(pub(crate) R);

impl<R: BufRead> Generator for Lines<R> {
    type Yield = String;
    type Return = io::Result<()>;

    fn resume(&mut self) -> CoroutineState<String, io::Result<()>> {
        let mut line = String::new();
        match self.0.read_line(&mut line) {
            Ok(0) => return Complete(Ok(())),
            Ok(_) => print!("lines reads    {line}"),
            Err(error) => return Complete(Err(error)),
        }
        Yielded(line)
    }
}
