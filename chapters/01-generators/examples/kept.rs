//! What is kept of a function that stopped halfway: its locals, and the place.

use ch01_generators::{
    CoroutineState::{Complete, Yielded},
    Countdown, Generator,
};

fn main() {
    let mut countdown = Countdown::from(2);
    println!("created   {countdown:?}");
    loop {
        match countdown.resume() {
            Yielded(n) => println!("yielded {n} {countdown:?}"),
            Complete(()) => {
                println!("complete");
                break;
            }
        }
    }
}
