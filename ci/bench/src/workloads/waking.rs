//! Another thread wakes a task.

use super::run;
use crate::bell::Bell;
use crate::clock::nanoseconds_each;
use crate::process::stay_on_processor;
use crate::statistics::median;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Nanoseconds a round trip, the next wake coming right after the answer.
pub fn without_a_pause(rings: usize) -> f64 {
    answer(rings, move |bell| {
        let start = Instant::now();
        for number in 1..=rings {
            bell.ring(number);
        }
        nanoseconds_each(start, rings)
    })
}

/// Nanoseconds of the median round trip, the loop having slept for a while before each wake.
pub fn from_sleep(rings: usize) -> f64 {
    answer(rings, move |bell| {
        let round_trip = |number| {
            spin_for(Duration::from_micros(20));
            let start = Instant::now();
            bell.ring(number);
            start.elapsed().as_nanos() as f64
        };
        median(&(1..=rings).map(round_trip).collect::<Vec<_>>())
    })
}

/// Runs `ring` on a thread of its own, and here the task that answers.
fn answer(rings: usize, ring: impl FnOnce(&Bell) -> f64 + Send + 'static) -> f64 {
    let bell = Arc::new(Bell::default());
    run(async move {
        let rung = bell.clone();
        let thread = std::thread::spawn(move || {
            stay_on_processor(1);
            ring(&rung)
        });
        for number in 1..=rings {
            bell.answer(number).await;
        }
        thread.join().expect("the thread that rings")
    })
}

/// A sleep would be too long, and would let the processor doze.
fn spin_for(time: Duration) {
    let start = Instant::now();
    while start.elapsed() < time {
        std::hint::spin_loop();
    }
}
