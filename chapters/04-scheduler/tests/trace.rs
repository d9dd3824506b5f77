//! What the environment variable `TRACE` does beyond what the snapshots show.

use std::process::{Command, Output};

fn scheduler_with(trace: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_04-scheduler"));
    program.env("TRACE", trace).output().expect("it runs")
}

#[test]
fn nothing_is_traced_unless_asked() {
    let plain = scheduler_with("0").stdout;
    assert!(!plain.contains(&b'{'));
    assert_eq!(plain, scheduler_with("").stdout);
}

#[test]
fn an_unknown_value_is_refused_by_name() {
    let output = scheduler_with("jsn");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("TRACE=jsn is unknown"), "{message}");
}
