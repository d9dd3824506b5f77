//! A million turns on the textbook loop: something to point a profiler at.

use ch07_future_and_handle::yield_now;
use making_it_fast::{Step, Textbook};

fn main() {
    let turns = Textbook::run(async {
        let task = || async {
            for _ in 0..10_000 {
                yield_now().await;
            }
            10_000
        };
        let tasks: Vec<_> = (0..100).map(|_| Textbook::spawn(task())).collect();
        let mut turns = 0;
        for task in tasks {
            turns += task.await;
        }
        turns
    });
    println!("{turns} turns");
}
