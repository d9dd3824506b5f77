use crate::mini::{Files, Mini};
use std::io::{BufRead, BufReader};
use std::process::{ChildStdout, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

#[test]
fn a_save_is_checked_and_the_next_exercise_follows() {
    let mini = Mini::new();
    mini.exercise("01-a", "first", Files::default());
    mini.exercise("01-a", "second", Files::default());
    mini.stdout(&["stubs"]);
    let mut command = mini.command("chapters", &["watch"]);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let lines = lines_of(child.stdout.take().unwrap());
    let sees = |expected: &str| {
        let next = || lines.recv_timeout(Duration::from_secs(60)).ok();
        while let Some(line) = next() {
            if line.starts_with(expected) {
                return;
            }
        }
        panic!("watch did not say `{expected}`");
    };
    sees("✗ 01-a/first");
    sees("Waiting");
    mini.solve("01-a", "first", "n");
    sees("✗ 01-a/first");
    sees("Waiting");
    mini.solve("01-a", "first", "n * 2");
    sees("✓ 01-a/first");
    sees("✗ 01-a/second");
    sees("Waiting");
    mini.solve("01-a", "second", "n * 2");
    sees("✓ 01-a/second");
    sees("All exercises are done.");
    assert!(child.wait().unwrap().success());
}

/// What a program prints, line by line, without waiting for ever.
fn lines_of(stdout: ChildStdout) -> Receiver<String> {
    let (sender, lines) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    lines
}
