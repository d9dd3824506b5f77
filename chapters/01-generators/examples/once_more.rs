//! Asked once more after the end: a generator may panic, an iterator says `None` again.

use ch01_generators::{Countdown, Generator, Resumes};
use std::panic::{AssertUnwindSafe, catch_unwind};

fn main() {
    let mut egg = Countdown::from(1);
    println!("generator           {:?}", egg.resume());
    println!("generator           {:?}", egg.resume());

    let attempt = catch_unwind(AssertUnwindSafe(|| egg.resume()));
    let message = attempt.expect_err("a countdown must not go on after its end");
    let message: &&str = message.downcast_ref().expect("a plain message");
    println!("generator once more panics: {message}");

    let mut egg = Resumes::of(Countdown::from(1));
    println!("iterator            {:?}", egg.next());
    println!("iterator            {:?}", egg.next());
    println!("iterator once more  {:?}", egg.next());
}
