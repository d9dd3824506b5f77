//! Every program prints what its snapshot says, and so does its Python twin.

use evidence::{bin, example};

#[test]
fn coroutines() {
    bin(env!("CARGO_BIN_EXE_02-coroutines")).pinned().twin();
}

#[test]
fn letterbox() {
    example("letterbox").pinned().twin();
}

#[test]
fn running_average() {
    example("running_average").pinned().twin();
}

#[test]
fn guess() {
    example("guess").pinned().twin();
}

#[test]
fn grep() {
    example("grep").pinned().twin();
}

#[test]
fn errors_in() {
    example("errors_in").pinned().twin();
}

#[test]
fn closing() {
    example("closing").pinned().twin();
}

#[test]
fn by_hand() {
    example("by_hand").pinned().twin();
}

#[test]
fn undo_order() {
    example("undo_order").pinned().twin();
}

#[test]
fn kettle() {
    example("kettle").pinned().twin();
}
