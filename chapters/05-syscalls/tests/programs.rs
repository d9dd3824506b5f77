//! Every program prints what its snapshot says, and so does its Python twin.

use evidence::{bin, example};

#[test]
fn keeper() {
    bin(env!("CARGO_BIN_EXE_05-syscalls")).pinned().twin().traced().lanes();
}

#[test]
fn who() {
    example("who").pinned().twin().traced();
}

#[test]
fn tree() {
    example("tree").pinned().twin().traced();
}

#[test]
fn orphan() {
    example("orphan").pinned().twin().traced();
}

#[test]
fn exits() {
    example("exits").pinned().twin().traced();
}

#[test]
fn refused() {
    example("refused").pinned().twin().traced();
}

#[test]
fn after_you() {
    example("after_you").pinned().twin().traced();
}

// no twin: bell: the Python kernel has no slot for a device
#[test]
fn bell() {
    example("bell").pinned().traced();
}

// no twin: tap: the Python kernel ends no wait when it replies, and goes wrong in python/tap.py
#[test]
fn tap() {
    example("tap").pinned().traced();
}
