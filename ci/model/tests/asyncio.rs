//! CPython's asyncio runs the programs as the model says: the model is right.

use model::{Program, event_loop, for_asyncio, python_script};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};
use std::fs;
use std::process::Command;

/// So many random programs for which the model and asyncio must agree.
fn portable_programs(count: usize) -> Vec<Program> {
    let mut runner = TestRunner::new(Config::default());
    let strategy = for_asyncio();
    let any = || strategy.new_tree(&mut runner).expect("no filter").current();
    let portable = |program: &Program| event_loop(program).portable;
    std::iter::repeat_with(any).filter(portable).take(count).collect()
}

/// What asyncio says to each. `None` without Python, unless this is CI.
fn on_asyncio(name: &str, programs: &[Program]) -> Option<Vec<Vec<String>>> {
    let path = format!("{}/{name}.py", env!("CARGO_TARGET_TMPDIR"));
    fs::write(&path, python_script(programs)).expect("a place for the script");
    let Ok(output) = Command::new("python3").arg(&path).output() else {
        assert!(std::env::var_os("CI").is_none(), "CI needs python3");
        eprintln!("no python3 here: the model is not compared with asyncio");
        return None;
    };
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{path}: {error}");
    let stdout = String::from_utf8(output.stdout).expect("it prints UTF-8");
    let lines: Vec<String> = stdout.lines().map(String::from).collect();
    let runs = lines.split_inclusive(|line| line.starts_with("the end"));
    Some(runs.map(<[String]>::to_vec).collect())
}

fn agree(name: &str, count: usize) {
    let programs = portable_programs(count);
    let Some(runs) = on_asyncio(name, &programs) else { return };
    assert_eq!(runs.len(), count);
    for (program, lines) in programs.iter().zip(runs) {
        let mut expected = event_loop(program);
        expected.log.push(format!("the end, at {}", expected.time));
        if let Err(difference) = expected.expect(program, &lines) {
            panic!("{difference}");
        }
    }
}

#[test]
fn asyncio_and_the_model_agree() {
    agree("some", 200);
}

#[test]
#[ignore = "5 000 programs"]
fn asyncio_and_the_model_agree_on_thousands() {
    agree("thousands", 5_000);
}
