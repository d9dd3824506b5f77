//! The canyon of `echo`, and four hikers who do what peers on real networks do.

#[path = "../echo/canyon.rs"]
mod canyon;
#[path = "../echo/echo.rs"]
mod echo;
#[path = "../echo/guide.rs"]
mod guide;
#[path = "../echo/hiker.rs"]
mod hiker;

use ch04_scheduler::trace;
use hiker::Act::{self, Flood, HalfClose, Hear, Rest, Shout, Wait};
use std::error::Error;

const HIKERS: [(&str, &[Act]); 5] = [
    // One byte at a time.
    ("bob", &[Shout("h"), Rest(50), Shout("e"), Rest(50), Shout("y"), Rest(50), Hear]),
    // Never listens.
    ("cid", &[Rest(300), Flood, Rest(300)]),
    // Hangs up when the echo is there, without listening to it.
    ("eve", &[Rest(400), Shout("hey"), Wait]),
    // Half hangs up.
    ("fay", &[Rest(500), Shout("over"), HalfClose, Wait, Hear, Wait, Hear]),
    ("ann", &[Rest(900), Shout("what a day"), Wait, Hear]),
];

fn main() -> Result<(), Box<dyn Error>> {
    trace::init();
    guide::hike(&HIKERS)
}
