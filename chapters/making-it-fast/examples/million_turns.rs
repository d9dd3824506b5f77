//! A million turns, on the step whose number it is given: something to point a profiler at.

use ch07_future_and_handle::yield_now;
use making_it_fast::{
    Asking, Batches, Bell, Local, OneBox, Real, SlotNumbers, Spare, Step, Textbook,
};
use std::env;

fn million_turns<S: Step>() {
    let turns = S::run(async {
        let task = || async {
            for _ in 0..10_000 {
                yield_now().await;
            }
            10_000
        };
        let tasks: Vec<_> = (0..100).map(|_| S::spawn(task())).collect();
        let mut turns = 0;
        for task in tasks {
            turns += task.await;
        }
        turns
    });
    println!("{}: {turns} turns", S::NAME);
}

fn main() {
    let steps = [
        million_turns::<Textbook>,
        million_turns::<Bell>,
        million_turns::<Local>,
        million_turns::<SlotNumbers>,
        million_turns::<Batches>,
        million_turns::<Spare>,
        million_turns::<OneBox>,
        million_turns::<Asking<1>>,
        million_turns::<Asking<64>>,
        million_turns::<Real>,
    ];
    let number = env::args().nth(1).map_or(0, |n| n.parse().expect("a number"));
    steps[number]();
}
