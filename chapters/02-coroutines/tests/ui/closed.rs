//! A coroutine is sent to after it was closed.

use ch01_generators::Countdown;
use ch02_coroutines::Coroutine;

fn main() {
    let mut rocket = Countdown::from(3);
    rocket.resume_with(());
    drop(rocket);
    rocket.resume_with(());
}
