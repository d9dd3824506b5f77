//! Every program prints what its snapshot says, and so does its Python twin.

use evidence::{bin, example};

#[test]
fn task() {
    bin(env!("CARGO_BIN_EXE_03-task")).pinned().twin();
}

#[test]
fn one_list() {
    example("one_list").pinned().twin();
}

// no twin: box_sizes: Python has no such sizes
#[test]
fn box_sizes() {
    example("box_sizes").pinned();
}

#[test]
fn stranger() {
    example("stranger").pinned().twin();
}

#[test]
fn send_value() {
    example("send_value").pinned().twin();
}

#[test]
fn bulkhead() {
    example("bulkhead").pinned().twin();
}

#[test]
fn five_ends() {
    example("five_ends").pinned().twin();
}

#[test]
fn shared_log() {
    example("shared_log").pinned().twin();
}
