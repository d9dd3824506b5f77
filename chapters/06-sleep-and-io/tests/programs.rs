//! Every program prints what its snapshot says, and so does its Python twin.

use evidence::{bin, example};
use std::process::Command;

#[test]
fn chat() {
    bin(env!("CARGO_BIN_EXE_06-sleep-and-io"))
        .env("CLOCK", "virtual")
        .pinned()
        .twin()
        .traced();
}

#[test]
fn sleepers() {
    example("sleepers").env("CLOCK", "virtual").pinned().twin().traced();
}

#[test]
fn echo() {
    example("echo").env("CLOCK", "virtual").pinned().twin().traced();
}

// Not traced: how many turns it takes until there is no more room is up to the machine.
#[test]
fn rude() {
    example("rude").env("CLOCK", "virtual").pinned().twin();
}

#[test]
fn echo_blocking() {
    example("echo_blocking").pinned().twin();
}

#[test]
fn echo_polled() {
    example("echo_polled").pinned().twin();
}

#[test]
fn echo_selector() {
    example("echo_selector").pinned().twin();
}

/// The faults that `tests/kernel/faults.rs` excludes here.
#[test]
fn classic_faults() {
    // Without python3, the twins have said so and with `CI` set have failed.
    if let Ok(python) = Command::new("python3").arg("python/classic.py").output() {
        let expected = "It never exits after its last task:\n\
            short: done\n\
            after 1000 turns there are: io\n\
            A waiter on a killed I/O task hangs:\n\
            killer: kills the reader\n\
            after 1000 turns there are: reader, waiter, io\n";
        assert_eq!(String::from_utf8_lossy(&python.stdout), expected);
    }
}

/// Both happen, and a busy machine decides which first: that is what the page says.
#[test]
fn a_byte_and_an_hour() {
    let Ok(python) = Command::new("python3").arg("python/quiet.py").output() else {
        return;
    };
    let text = String::from_utf8_lossy(&python.stdout);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 6, "{text}");
    for (run, quiet) in lines.chunks(3).zip(["QUIET = 0.005", "QUIET = 0"]) {
        assert_eq!(run[0], quiet);
        let happens = |what| run.iter().any(|line| line.ends_with(what));
        assert!(happens("the byte is here") && happens("the hour is over"), "{text}");
    }
}

// not pinned: tea: it measures CPU time, so only what must be so everywhere is checked
// no twin: tea: for the same reason
#[test]
fn tea() {
    let tea = example("tea");
    let table: Vec<Vec<u64>> = tea.stdout().lines().map(numbers).collect();
    let [asks, sleeps] = table.as_slice() else {
        panic!("two lines: {}", tea.stdout())
    };
    let ([waited, _, turns], [slept, worked, two]) = (&asks[..], &sleeps[..]) else {
        panic!("three numbers a line: {}", tea.stdout());
    };
    assert!(*waited >= 1000 && *slept >= 1000, "{}", tea.stdout());
    assert!(*turns > 1000 && *two == 2, "{}", tea.stdout());
    assert!(*worked < 100, "it is asleep: {}", tea.stdout());
}

fn numbers(line: &str) -> Vec<u64> {
    line.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}
