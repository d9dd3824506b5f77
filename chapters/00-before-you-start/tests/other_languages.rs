//! What the pages quote of Python and of Node.

use std::process::Command;

/// What the program prints. `None` if it is not installed.
fn stdout_of(program: &str, script: &str) -> Option<String> {
    let output = Command::new(program).arg(script).output();
    let Ok(output) = output else {
        eprintln!("no {program} here: {script} is not run");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn javascripts_turns() {
    let Some(stdout) = stdout_of("node", "js/turns.js") else { return };
    let pinned = std::fs::read_to_string("js/turns.txt").expect("what the page shows");
    assert_eq!(stdout, pinned);
}

#[test]
fn the_limit_of_select() {
    let Some(stdout) = stdout_of("python3", "python/select_limit.py") else { return };
    let pinned = std::fs::read_to_string("python/select_limit.txt")
        .expect("what the page shows");
    assert_eq!(stdout, pinned);
}
