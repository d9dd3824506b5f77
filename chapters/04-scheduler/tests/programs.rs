//! Every program prints what its snapshot says, and so does its Python twin.

use evidence::bin;

#[test]
fn scheduler() {
    bin(env!("CARGO_BIN_EXE_04-scheduler")).pinned().traced();
}
