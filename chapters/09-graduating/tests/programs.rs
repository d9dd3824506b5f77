//! Every program prints what its snapshot says, and so does its Python twin, if it has one.

use evidence::{bin, example};

// no twin: 09-graduating: it is about futures of std, which Python has not
#[test]
fn one_future_four_loops() {
    bin(env!("CARGO_BIN_EXE_09-graduating")).pinned();
}

// no twin: stolen: tokio's threads have no counterpart in asyncio
#[test]
fn stolen() {
    example("stolen").pinned();
}

// no twin: flood: asyncio has no budgets
#[test]
fn flood() {
    example("flood").pinned();
}

#[test]
fn hurry() {
    example("hurry").pinned().twin();
}

// no twin: account: Python has no borrows
#[test]
fn account() {
    example("account").pinned();
}

// no twin: half_read: it is about `select!`
#[test]
fn half_read() {
    example("half_read").pinned();
}

// no twin: cuckoo: it is about `select!`
#[test]
fn cuckoo() {
    example("cuckoo").pinned();
}

#[test]
#[cfg(unix)]
fn ctrl_c() {
    example("ctrl_c").pinned().twin();
}

// no twin: spans: it is about the crate tracing
#[test]
fn spans() {
    example("spans").pinned();
}

// no twin: canyon_smol: chapter 08 has the canyon in Python
#[test]
fn canyon_smol() {
    let canyon = example("canyon_smol").pinned();
    let of_chapter_08 =
        include_str!("../../08-gather-and-select/tests/snapshots/canyon.snap");
    assert!(of_chapter_08.ends_with(canyon.stdout()), "{}", canyon.stdout());
}

// no twin: addresses: objects of Python do not move
#[test]
fn addresses() {
    example("addresses").pinned();
}

// no twin: forgotten: Python has no pins
#[test]
fn forgotten() {
    example("forgotten").pinned();
}

// no twin: holders: Python has no pins
#[test]
fn holders() {
    example("holders").pinned();
}

// no twin: traits: any function of Python may be `async`
#[test]
fn traits() {
    example("traits").pinned();
}

// no twin: deep: Python counts its calls, and stops at a thousand
#[test]
fn deep() {
    example("deep").pinned();
}

/// Every level is a call deeper, and the stack has an end.
#[test]
#[cfg(unix)]
fn too_deep() {
    use std::process::Command;
    let test = std::env::current_exe().expect("a path to this test");
    let examples =
        test.ancestors().nth(2).expect("a target directory").join("examples");
    let output = Command::new(examples.join("deep")).arg("1000000").output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(error.contains("has overflowed its stack"), "{error}");
}
