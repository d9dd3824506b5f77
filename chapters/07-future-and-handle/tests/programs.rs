//! Every program prints what its snapshot says, and so does its Python twin.

use evidence::example;

// no twin: castaways: it has one in chapter 05, who_await.py
#[test]
fn castaways() {
    example("castaways").pinned();
}

/// The compiler's guests and those of chapter 06 have the same evening.
// no twin: fire: it is that of chapter 06, and prints the same
#[test]
fn fire() {
    let fire = example("fire").env("CLOCK", "virtual").pinned().traced();
    let by_hand =
        include_str!("../../06-sleep-and-io/tests/snapshots/06-sleep-and-io.snap");
    assert!(by_hand.ends_with(fire.stdout()), "{}", fire.stdout());
}

// no twin: guest_sizes: Python's frames have other sizes
#[test]
fn guest_sizes() {
    example("guest_sizes").pinned();
}

// no twin: bookmark: a Python object never moves
#[test]
fn bookmark() {
    example("bookmark").pinned();
}

#[test]
fn there_yet() {
    example("there_yet").env("CLOCK", "virtual").pinned().twin();
}

#[test]
fn textbook() {
    example("textbook").pinned().twin();
}

// no twin: kettles: asyncio polls nothing, and has no waker to forget
#[test]
fn kettles() {
    example("kettles").pinned();
}

// no twin: missed_letter: for the same reason
#[test]
fn missed_letter() {
    example("missed_letter").pinned();
}
