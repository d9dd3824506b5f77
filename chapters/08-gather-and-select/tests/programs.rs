//! Every program prints what its snapshot says, and so do its twins: on asyncio, and on
//! tokio.

use evidence::{bin, example};

#[test]
fn night() {
    bin(env!("CARGO_BIN_EXE_08-gather-and-select"))
        .env("CLOCK", "virtual")
        .pinned()
        .twin()
        .tokio()
        .traced();
}

#[test]
fn greet() {
    example("greet").env("CLOCK", "virtual").pinned().twin().tokio();
}

#[test]
fn three() {
    example("three").env("CLOCK", "virtual").pinned().twin().tokio().traced();
}

#[test]
fn burnt() {
    example("burnt").env("CLOCK", "virtual").pinned().twin().tokio();
}

#[test]
fn called_off() {
    example("called_off").env("CLOCK", "virtual").pinned().twin().tokio().traced();
}

#[test]
fn half_a_word() {
    example("half_a_word").env("CLOCK", "virtual").pinned().twin().tokio();
}

#[test]
fn patience() {
    example("patience").env("CLOCK", "virtual").pinned().twin().tokio();
}

#[test]
fn beats() {
    example("beats").env("CLOCK", "virtual").pinned().twin().tokio();
}
