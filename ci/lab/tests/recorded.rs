//! With the inputs as they are at first, a laboratory does what the program did when it was recorded.

use lab::{LABS, Lab};
use std::fs;

/// The pinned trace of a program.
fn recorded(program: &str) -> String {
    let (chapter, name) = program.split_once('/').unwrap_or((program, program));
    let file = format!("../../chapters/{chapter}/tests/snapshots/{name}.trace.snap");
    let text =
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let body = text.splitn(3, "---\n").nth(2).expect("a header and a body");
    body.to_string()
}

#[test]
fn the_first_run_is_the_recorded_one() {
    for lab in LABS {
        assert_eq!(
            lab.trace("").trim_end(),
            recorded(lab.program).trim_end(),
            "{}",
            lab.program
        );
    }
}

#[test]
fn other_inputs_make_another_run() {
    let kitchen = Lab::find("04-scheduler").expect("a kitchen");
    let trace = kitchen.trace("soup=1&first=bread&kill=bread&turn=3&more=1");
    let printed: Vec<_> = trace.lines().filter(|line| !line.starts_with('{')).collect();
    let expected = [
        "bread: mix",
        "soup: chop",
        "salad: prepare",
        "task 2 returned",
        "salad: serve",
        "task 3 returned",
    ];
    assert_eq!(printed, expected);
}

#[test]
fn impossible_inputs_do_no_harm() {
    let kitchen = Lab::find("04-scheduler").expect("a kitchen");
    let absurd = kitchen.trace("soup=99&bread=-1&first=x&&=&turn=0&more=many");
    assert_eq!(absurd, kitchen.trace("soup=3&bread=5&turn=1"));
    assert!(
        kitchen
            .figure("")
            .starts_with("<figure class=\"trace\" id=\"lab-04-scheduler\"")
    );
}
