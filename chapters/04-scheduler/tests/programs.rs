//! Every program prints what its snapshot says, and so does its Python twin.

use evidence::{bin, example};

#[test]
fn scheduler() {
    bin(env!("CARGO_BIN_EXE_04-scheduler")).pinned().twin().traced().lanes();
}

#[test]
fn endless() {
    example("endless").pinned().twin().traced();
}

#[test]
fn outside() {
    example("outside").pinned().twin().traced();
}

#[test]
fn panic() {
    example("panic").pinned().twin().traced();
}

#[test]
fn hog() {
    example("hog").pinned().twin().traced();
}

#[test]
fn lifo() {
    example("lifo").pinned().twin().traced();
}

#[test]
fn tally() {
    example("tally").pinned().twin().traced();
}

#[test]
fn bakery() {
    example("bakery").pinned().twin().traced();
}

// no twin: wall: Python lets the task through, and goes wrong elsewhere, in python/wall.py
#[test]
fn wall() {
    example("wall").pinned().traced();
}

// not pinned: threads: no two runs are alike, so only what must be the same is checked
// no twin: threads: for the same reason
#[test]
fn threads() {
    let threads = example("threads");
    let mut lines: Vec<&str> = threads.stdout().lines().collect();
    let plates = lines.pop().expect("a last line");
    assert!(plates.ends_with("plates of 4000000"), "{plates}");
    lines.sort_unstable();
    let rounds =
        |name, last| (1..=last).map(move |round| format!("{name}: round {round}"));
    assert_eq!(
        lines,
        rounds("hall", 3).chain(rounds("terrace", 5)).collect::<Vec<_>>()
    );
}
