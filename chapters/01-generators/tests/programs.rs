//! Every program prints what its snapshot says, and so does its Python twin.

use evidence::{bin, example};

#[test]
fn generators() {
    bin(env!("CARGO_BIN_EXE_01-generators")).pinned().twin();
}

#[test]
fn one_after_the_other() {
    example("one_after_the_other").pinned().twin();
}

#[test]
fn checklist() {
    example("checklist").pinned().twin();
}

#[test]
fn kept() {
    example("kept").pinned().twin();
}

// no twin: once_more: Python answers differently here, and that is what the page is about.
#[test]
fn once_more() {
    example("once_more").pinned();
}

#[test]
fn tick_tock() {
    example("tick_tock").pinned().twin();
}

#[test]
fn worn_clock() {
    example("worn_clock").pinned().twin();
}

#[test]
fn for_loop() {
    example("for_loop").pinned().twin();
}

#[test]
fn pipeline() {
    example("pipeline").pinned().twin();
}

// no twin: torn_log: a Python generator that has raised is over, and the page says so.
#[test]
fn torn_log() {
    example("torn_log").pinned();
}

// no twin: sizes: the bytes are Rust's.
#[test]
fn sizes() {
    example("sizes").pinned();
}

// not pinned: thread_memory: what a machine sets aside differs from run to run.
// no twin: thread_memory: it measures Rust's threads.
