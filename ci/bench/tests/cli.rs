//! The command line, from outside. The races are short, and their figures mean nothing.

use serde_json::Value;
use std::process::{Command, Output};

fn race(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_bench"))
        .args(arguments)
        .output()
        .expect("it starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn an_unknown_workload_is_an_error_with_the_nearest_name() {
    let output = race(&["pingpung"]);
    assert!(!output.status.success());
    assert!(stderr(&output).contains("no workload is called `pingpung`"));
    assert!(stderr(&output).contains("the nearest is `pingpong`"));
}

#[test]
fn an_unknown_runtime_is_an_error_with_the_nearest_name() {
    let output = race(&["--runtimes", "ours,tokyo"]);
    assert!(!output.status.success());
    assert!(stderr(&output).contains("no runtime is called `tokyo`"));
    assert!(stderr(&output).contains("the nearest is `tokio`"));
}

#[test]
fn the_list_has_every_family_and_every_runtime() {
    let list = stdout(&race(&["--list"]));
    let names = [
        "yield-",
        "spawn-",
        "gather",
        "pingpong",
        "sleepers",
        "cancel",
        "churn",
        "wake-",
        "echo-",
        "idle-memory",
        "sockets-",
        "ours",
        "tokio",
        "smol",
        "localpool",
        "compio",
        "monoio",
        "asyncio",
        "uvloop",
    ];
    for name in names {
        assert!(list.contains(&format!("\n  {name}")), "{name} is missing in\n{list}");
    }
}

#[test]
fn json_is_one_array_of_flat_objects() {
    let output = race(&[
        "spawn-100",
        "--quick",
        "--rounds=1",
        "--runtimes=ours,tokio,smol",
        "--json",
    ]);
    let array: Value =
        serde_json::from_str(&stdout(&output)).expect("JSON, and nothing else");
    let entries = array.as_array().expect("an array");
    let runtimes: Vec<_> = entries.iter().map(|entry| &entry["runtime"]).collect();
    assert_eq!(runtimes, ["ours", "tokio", "smol"]);
    for entry in entries {
        let mut keys: Vec<_> = entry.as_object().expect("an object").keys().collect();
        keys.sort();
        assert_eq!(keys, ["median", "ratio_to_tokio", "runtime", "unit", "workload"]);
        assert_eq!(
            (&entry["workload"], &entry["unit"]),
            (&"spawn-100".into(), &"ns".into())
        );
        assert!(entry["median"].as_f64() > Some(0.0));
        assert!(entry["ratio_to_tokio"].as_f64() > Some(0.0));
    }
    assert_eq!(entries[1]["ratio_to_tokio"], 1.0);
}

#[test]
fn without_tokio_there_is_no_ratio() {
    let output =
        race(&["spawn-100", "--quick", "--rounds=1", "--runtimes=ours", "--json"]);
    let array: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert!(array[0]["ratio_to_tokio"].is_null());
}

#[test]
fn a_missing_interpreter_or_module_leaves_out_a_column() {
    let arguments = ["spawn-100", "--quick", "--rounds=1", "--runtimes=ours,asyncio"];
    let output = race(&[&arguments[..], &["--python=/no/python"]].concat());
    assert!(output.status.success());
    assert!(stderr(&output).contains("asyncio is left out: cannot run `/no/python`"));

    // `false` fails at whatever it is asked to import.
    let output = race(&[&arguments[..], &["--python=false"]].concat());
    assert!(output.status.success());
    assert!(stderr(&output).contains("`false` has no module of this name"));
    assert!(stdout(&output).contains("ours"));
    assert!(!stdout(&output).contains("asyncio"));
}

#[test]
fn an_echo_brings_two_measures_and_the_client_ends() {
    let output = race(&[
        "echo-100",
        "--quick",
        "--rounds=1",
        "--runtimes=ours,tokio,epoll",
        "--json",
    ]);
    let array: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    let entries = array.as_array().expect("an array");
    let names: Vec<_> = entries.iter().map(|entry| &entry["workload"]).collect();
    let [wall, cpu] = ["echo-100", "echo-100-cpu"];
    assert_eq!(names, [wall, wall, wall, cpu, cpu, cpu]);
}

#[test]
fn plots_are_written() {
    let folder = std::env::temp_dir().join(format!("race-{}", std::process::id()));
    let plot = format!("--plot={}", folder.display());
    let arguments =
        ["spawn-1", "spawn-100", "--quick", "--rounds=1", "--runtimes=ours,tokio"];
    let output = race(&[&arguments[..], &[&plot]].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    for name in ["ratios.svg", "spawn.svg"] {
        let plot = std::fs::read_to_string(folder.join(name)).expect(name);
        assert!(
            plot.contains("class=\"ours\"")
                && plot.contains("prefers-color-scheme: dark")
        );
    }
    assert!(!folder.join("sockets.svg").exists(), "nothing was measured for it");
    std::fs::remove_dir_all(folder).expect("the folder can be removed");
}
