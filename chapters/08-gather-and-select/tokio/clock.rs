//! What the programs on tokio share: lines that say when.

use std::cell::Cell;
use tokio::time::Instant;

thread_local! {
    static START: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// From now on, lines count the seconds.
pub(crate) fn start() {
    START.set(Some(Instant::now()));
}

/// Prints the line, and the seconds since the start.
pub(crate) fn say(line: &str) {
    let start = START.get().expect("a start");
    println!("{:.1} s  {line}", start.elapsed().as_secs_f64());
}
