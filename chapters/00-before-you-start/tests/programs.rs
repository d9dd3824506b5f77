//! Every program prints what its snapshot says, and so does its Python twin.

use evidence::{bin, example};

#[test]
fn before_you_start() {
    bin(env!("CARGO_BIN_EXE_00-before-you-start")).pinned().twin();
}

#[test]
fn rust_to_read() {
    example("rust_to_read").pinned().twin();
}

#[test]
fn python_to_read() {
    example("python_to_read").pinned().twin();
}

#[test]
fn pieces() {
    example("pieces").pinned().twin();
}

#[test]
fn would_block() {
    example("would_block").pinned().twin();
}

#[test]
#[cfg(target_os = "linux")]
fn three_sockets() {
    example("three_sockets").pinned().twin();
}

#[test]
fn half_close() {
    example("half_close").pinned().twin();
}

// not pinned: thread_cost: it measures, so only what must be so everywhere is checked
// no twin: thread_cost: it measures Rust's threads
#[test]
#[cfg(target_os = "linux")]
fn thread_cost() {
    let table = example("thread_cost");
    for line in table.stdout().lines().skip(1) {
        let numbers: Vec<u64> =
            line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        let [thread, task] = numbers[..] else { panic!("two numbers: {line}") };
        assert!(task < thread, "a task costs less: {line}");
    }
}

// not pinned: two_cores: it measures, and a busy machine has no second core to spare
// no twin: two_cores: two_cores.py measures something else, Python's threads
