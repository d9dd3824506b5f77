//! Two pieces of work, in a row and on two threads.

use std::thread;
use std::time::{Duration, Instant};

/// Counts primes, the slow way.
fn compute() {
    let is_prime =
        |n: &u32| !(2..*n).take_while(|d| d * d <= *n).any(|d| n.is_multiple_of(d));
    assert_eq!((2..2_000_000).filter(is_prime).count(), 148_933);
}

fn wait() {
    thread::sleep(Duration::from_millis(500));
}

fn in_a_row(job: fn()) {
    job();
    job();
}

fn on_two_threads(job: fn()) {
    thread::scope(|threads| {
        threads.spawn(job);
        threads.spawn(job);
    });
}

/// The shortest of five runs: what else the machine does cannot make one shorter.
fn best(both: fn(fn()), job: fn()) -> u128 {
    let run = |_| {
        let start = Instant::now();
        both(job);
        start.elapsed().as_millis()
    };
    (0..5).map(run).min().unwrap_or(0)
}

fn main() {
    println!("{:<8} {:>8} {:>12}", "", "in a row", "two threads");
    for (what, job) in [("compute", compute as fn()), ("wait", wait)] {
        let row = best(in_a_row, job);
        let threads = best(on_two_threads, job);
        println!("{what:<8} {row:>5} ms {threads:>9} ms");
    }
}
