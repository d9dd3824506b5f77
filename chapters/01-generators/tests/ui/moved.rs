use ch01_generators::{Countdown, Generator, Resumes};

fn main() {
    let mut rocket = Countdown::from(4);
    let mut even = Resumes::of(rocket).filter(|n| n % 2 == 0);
    println!("{:?}", even.next());
    rocket.resume();
}
