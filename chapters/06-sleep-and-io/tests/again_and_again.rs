//! Fifty runs in a row print the same, also while every core is busy. Takes
//! minutes: `cargo test -p ch06-sleep-and-io --test again_and_again -- --ignored`

use evidence::{Program, bin, example};
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

const TRACED: [&str; 3] = ["06-sleep-and-io", "sleepers", "echo"];
const UNTRACED: [&str; 4] = ["rude", "echo_blocking", "echo_polled", "echo_selector"];

fn run(name: &str) -> Program {
    let program = match name {
        "06-sleep-and-io" => bin(env!("CARGO_BIN_EXE_06-sleep-and-io")),
        _ => example(name),
    };
    program.env("CLOCK", "virtual")
}

fn run_fifty_times() {
    for _ in 0..50 {
        for name in TRACED {
            run(name).pinned().traced();
        }
        for name in UNTRACED {
            run(name).pinned();
        }
    }
}

#[test]
#[ignore = "takes minutes"]
fn fifty_runs_in_a_row_print_the_same() {
    run_fifty_times();
}

#[test]
#[ignore = "takes minutes"]
fn fifty_runs_in_a_row_print_the_same_while_every_core_is_busy() {
    let cores = thread::available_parallelism().map_or(2, usize::from);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..2 * cores {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    hint::spin_loop();
                }
            });
        }
        // A failure must not leave the cores busy for ever.
        let runs = scope.spawn(run_fifty_times).join();
        done.store(true, Ordering::Relaxed);
        runs.expect("the same output in every run");
    });
}
