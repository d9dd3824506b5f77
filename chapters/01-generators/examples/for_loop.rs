//! A generator in a `for` loop, and under the adapters that every iterator has.

use ch01_generators::{Countdown, Resumes};

fn main() {
    for n in Resumes::of(Countdown::from(3)) {
        println!("rocket: {n}");
    }

    let (rocket, egg) = (Countdown::from(3), Countdown::from(2));
    for (r, e) in Resumes::of(rocket).zip(Resumes::of(egg)) {
        println!("rocket: {r}, egg: {e}");
    }

    let mut numbers = Resumes::of(Countdown::from(4));
    let first: u32 = numbers.by_ref().sum();
    let second: u32 = numbers.by_ref().sum();
    println!("first sum: {first}, second sum: {second}");
}
