//! What Python says where the Rust compiler refuses, and where it goes further, as the pages
//! quote it.

use std::process::{Command, Output};

/// Runs `python3` in the folder of the twins. `None` without Python, unless this is CI.
fn python(argument: &[&str]) -> Option<Output> {
    let mut python = Command::new("python3");
    let output = python.current_dir("python").args(argument).output();
    assert!(output.is_ok() || std::env::var_os("CI").is_none(), "CI needs python3");
    output.ok()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// `await` in place of `yield`, on the same kernel.
#[test]
fn the_kernel_runs_async_functions() {
    let Some(output) = python(&["who_await.py"]) else { return };
    assert_eq!(stdout(&output), evidence::example("who").stdout());
}

#[test]
fn a_number_is_taken_for_a_bare_yield() {
    let script = r#"
from kernel import Kernel

def counter():
    reply = yield 42
    print("told:", reply)

kernel = Kernel()
kernel.new("counter", counter())
kernel.mainloop()
"#;
    let Some(output) = python(&["-c", script]) else { return };
    assert_eq!(stdout(&output), "told: None\n");
}

#[test]
fn a_wrong_reply_takes_the_kernel_down() {
    let script = r#"
from kernel import Kernel, KillTask, Yield

def keeper():
    reply = yield Yield()
    yield KillTask(reply)

kernel = Kernel()
kernel.new("keeper", keeper())
kernel.mainloop()
"#;
    let Some(output) = python(&["-c", script]) else { return };
    let traceback = String::from_utf8_lossy(&output.stderr);
    let error =
        "TypeError: '<=' not supported between instances of 'NoneType' and 'int'";
    assert_eq!(traceback.lines().last(), Some(error));
}

#[test]
fn a_refusal_is_taken_for_an_exit() {
    let script = r#"
from kernel import Kernel, WaitTask

def parent():
    exit = yield WaitTask(1)
    print("the child", exit)

kernel = Kernel()
kernel.new("parent", parent())
kernel.mainloop()
"#;
    let Some(output) = python(&["-c", script]) else { return };
    assert_eq!(stdout(&output), "the child permission denied\n");
}

/// The stale wake that the kernel in Rust does not have.
#[test]
fn an_early_reply_leaves_the_wait_behind() {
    let Some(output) = python(&["tap.py"]) else { return };
    let expected = "cook: waits for the potatoes\n\
        chef: leave those, wait for the cake\n\
        cook: waits for the cake\n\
        potatoes: done\n\
        cook: takes out the cake\n\
        cake: done\n";
    assert_eq!(stdout(&output), expected);
}
