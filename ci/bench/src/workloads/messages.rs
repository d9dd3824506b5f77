//! Two tasks that send each other values.

use super::{Sender, join, oneshot, receive, run, send, spawn};
use crate::clock::nanoseconds_each;
use std::time::Instant;

/// It carries the way back.
struct Ball(Sender<Ball>);

/// Nanoseconds a round trip: two `oneshot`s made, two values sent and received.
pub fn play(rounds: usize) -> f64 {
    run(async move {
        let (first, from) = oneshot::<Ball>();
        let start = Instant::now();
        let ping = spawn(async move {
            let mut to = first;
            for _ in 0..rounds {
                let (back, answer) = oneshot();
                send(to, Ball(back));
                Ball(to) = receive(answer).await;
            }
        });
        let pong = spawn(async move {
            let mut from = from;
            for _ in 0..rounds {
                let Ball(to) = receive(from).await;
                let (back, next) = oneshot();
                send(to, Ball(back));
                from = next;
            }
        });
        join(ping).await;
        join(pong).await;
        nanoseconds_each(start, rounds)
    })
}
