use ch01_generators::{Countdown, CoroutineState::Yielded, Generator};

fn main() {
    let mut rocket = Countdown::from(3);
    loop {
        match rocket.resume() {
            Yielded(n) => println!("rocket: {n}"),
        }
    }
}
