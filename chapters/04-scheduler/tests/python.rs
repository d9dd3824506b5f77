//! What Python says where the Rust compiler refuses, as the pages quote it.

use std::process::{Command, Output};

/// Runs `python3` in the folder of the twins. `None` without Python, unless this is CI.
fn python(argument: &[&str]) -> Option<Output> {
    let mut python = Command::new("python3");
    let output = python.current_dir("python").args(argument).output();
    assert!(output.is_ok() || std::env::var_os("CI").is_none(), "CI needs python3");
    output.ok()
}

/// The last line of the traceback.
fn error(output: &Output) -> String {
    let traceback = String::from_utf8_lossy(&output.stderr);
    traceback.lines().last().unwrap_or_default().to_string()
}

#[test]
fn a_task_that_kills_itself_takes_the_loop_down() {
    let Some(output) = python(&["wall.py"]) else { return };
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "the chef calls for a helper\nthe helper is here: 1\nthe chef resigns\n"
    );
    assert_eq!(error(&output), "KeyError: 1");
}

#[test]
fn a_task_created_in_a_loop_over_the_table() {
    let script = r#"
from scheduler import Scheduler
scheduler = Scheduler()
scheduler.create_task(step for step in "soup")
for tid in scheduler.taskmap:
    scheduler.create_task(step for step in "salad")
"#;
    let Some(output) = python(&["-c", script]) else { return };
    assert_eq!(
        error(&output),
        "RuntimeError: dictionary changed size during iteration"
    );
}
