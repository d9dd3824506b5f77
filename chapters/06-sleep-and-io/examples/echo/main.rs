//! Two hikers shout into a canyon, which echoes. All of them are tasks of one kernel.

mod canyon;
mod echo;
mod guide;
mod hiker;

use ch04_scheduler::trace;
use hiker::Act::{self, Hear, Rest, Shout, Wait};
use std::error::Error;

const HIKERS: [(&str, &[Act]); 2] = [
    ("ann", &[Rest(200), Shout("hello"), Wait, Hear]),
    (
        "bob",
        &[Rest(100), Shout("hey"), Wait, Hear, Shout("anybody there?"), Wait, Hear],
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    trace::init();
    guide::hike(&HIKERS)
}
