//! Fifty runs in a row print the same, also while every core is busy.

use evidence::{Program, bin, example};
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

const PROGRAMS: [&str; 8] =
    ["05-syscalls", "who", "tree", "orphan", "exits", "refused", "after_you", "bell"];

fn run(name: &str) -> Program {
    match name {
        "05-syscalls" => bin(env!("CARGO_BIN_EXE_05-syscalls")),
        _ => example(name),
    }
}

fn run_fifty_times() {
    for name in PROGRAMS {
        let first = run(name);
        for _ in 1..50 {
            assert_eq!(run(name).stdout(), first.stdout());
        }
        first.pinned().traced();
    }
}

#[test]
fn fifty_runs_in_a_row_print_the_same() {
    run_fifty_times();
}

#[test]
fn fifty_runs_in_a_row_print_the_same_while_every_core_is_busy() {
    let cores = thread::available_parallelism().map_or(2, usize::from);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..cores {
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
