use crate::cargo::{Build, Program};
use crate::exercise::Exercise;
use anyhow::{Context, Result};
use serde::Serialize;
use std::io::{self, Read};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long the tests of one exercise may take. A loop that never ends takes longer.
const LIMIT: Duration = Duration::from_secs(20);

/// What the tests of one exercise said.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Report {
    pub(crate) passed: usize,
    pub(crate) failures: Vec<Failure>,
}

/// A test that failed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    /// Its path, such as `fibonacci::starts_with_zero`.
    pub(crate) test: String,
    /// What it panicked with.
    pub(crate) message: String,
    /// Where it panicked: file, line and column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<String>,
    /// What it had printed before.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) output: String,
}

/// Runs the tests of one exercise, in a process of its own: if that hangs or crashes, no other
/// exercise is hurt.
pub(crate) fn run(build: &Build, exercise: &Exercise) -> Result<Report> {
    let mut report = Report::default();
    let programs = build.programs.iter().filter(|p| p.package == exercise.package_id);
    for program in programs {
        let (text, ended) = finish(command(program, exercise), LIMIT)?;
        let Report { passed, failures } = parse(&text, &exercise.name);
        report.passed += passed;
        report.failures.extend(failures);
        report.failures.extend(cut_short(&text, ended, &exercise.name));
    }
    // Tests run side by side, and end in any order.
    report.failures.sort_by(|a, b| a.test.cmp(&b.test));
    Ok(report)
}

/// As `cargo test` would run it.
fn command(program: &Program, exercise: &Exercise) -> Command {
    let mut command = Command::new(&program.path);
    command
        .args([&format!("{}::", exercise.name), "--color=never"])
        .current_dir(exercise.folder())
        .env("CARGO_MANIFEST_DIR", exercise.folder())
        .env("RUST_BACKTRACE", "0");
    command
}

/// What a command prints, and whether it ended by itself within the limit.
fn finish(mut command: Command, limit: Duration) -> Result<(String, bool)> {
    let program = command.get_program().to_owned();
    let (mut reader, writer) = io::pipe()?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut child =
        command.spawn().with_context(|| format!("cannot run {}", program.display()))?;
    // Its ends of the pipe must close, or the reader would never see the end.
    drop(command);
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut text = Vec::new();
        let _ = reader.read_to_end(&mut text);
        let _ = sender.send(text);
    });
    let text = receiver.recv_timeout(limit);
    let ended = text.is_ok();
    if !ended {
        child.kill()?;
    }
    child.wait()?;
    let text = text.or_else(|_| receiver.recv_timeout(Duration::from_secs(1)));
    Ok((String::from_utf8_lossy(&text.unwrap_or_default()).into_owned(), ended))
}

/// Reads what libtest prints about the tests of module `name`.
fn parse(text: &str, name: &str) -> Report {
    let mut report = Report::default();
    for line in text.lines() {
        let Some((test, verdict)) =
            line.strip_prefix("test ").and_then(|l| l.split_once(" ... "))
        else {
            continue;
        };
        let test = test.trim_end_matches(" - should panic");
        if !test.starts_with(&format!("{name}::")) {
            continue;
        }
        match verdict {
            "ok" => report.passed += 1,
            "FAILED" => report.failures.push(failure(test, section(text, test))),
            _ => {}
        }
    }
    report
}

/// What libtest shows below `---- TEST stdout ----`.
fn section<'a>(text: &'a str, test: &str) -> &'a str {
    let head = format!("\n---- {test} stdout ----\n");
    let rest = text.split_once(&head).map_or("", |(_, rest)| rest);
    let ends = ["\n---- ", "\nfailures:\n"];
    let end = ends.iter().filter_map(|end| rest.find(end)).min();
    &rest[..end.unwrap_or(rest.len())]
}

fn failure(test: &str, section: &str) -> Failure {
    let lines: Vec<_> =
        section.lines().filter(|line| !line.starts_with(NOTE)).collect();
    let text =
        |lines: &[&str]| lines.join("\n").trim_matches('\n').trim_end().to_string();
    // A panic that was caught is reported as well; the last one is the test's own.
    let panic = lines.iter().rposition(|line| place(line).is_some());
    let (output, message) = match panic {
        Some(at) => (text(&lines[..at]), text(&lines[at + 1..])),
        None => (String::new(), text(&lines)),
    };
    Failure {
        test: test.to_string(),
        message,
        place: panic.and_then(|at| place(lines[at])).map(String::from),
        output,
    }
}

const NOTE: &str = "note: run with `RUST_BACKTRACE=1`";

/// `thread 'fibonacci::grows' (7) panicked at src/fibonacci.rs:5:9:`
fn place(line: &str) -> Option<&str> {
    let (_, place) = line.strip_prefix("thread '")?.split_once(" panicked at ")?;
    place.strip_suffix(':')
}

/// The failure of a run that did not reach its end.
fn cut_short(text: &str, ended: bool, name: &str) -> Option<Failure> {
    if text.lines().any(|line| line.starts_with("test result: ")) {
        return None;
    }
    let seconds = LIMIT.as_secs();
    let message = match ended {
        false => format!(
            "not done after {seconds} seconds: is there a loop that never ends?"
        ),
        true => format!("the tests crashed:\n{}", last_words(text)),
    };
    Some(Failure { test: name.to_string(), message, ..Failure::default() })
}

/// What a crashing program says in the end, without libtest's lines.
fn last_words(text: &str) -> String {
    let is_libtest =
        |line: &str| line.starts_with("test ") || line.starts_with("running ");
    let lines: Vec<_> =
        text.lines().filter(|l| !l.is_empty() && !is_libtest(l)).collect();
    lines[lines.len().saturating_sub(5)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "
running 5 tests
test take::stops ... ok
test take::ignored ... ignored, too slow
test take::refuses - should panic ... ok
test mistake::other ... ok
test take::counts ... FAILED
test take::returns ... FAILED

failures:

---- take::counts stdout ----
before

thread 'take::counts' (12) panicked at src/take.rs:1:2:
caught
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace

thread 'take::counts' (12) panicked at exercises/tests/take.rs:8:5:

Expected: two.

  two │ three


---- take::returns stdout ----
Error: \"no\"


failures:
    take::counts
    take::returns

test result: FAILED. 3 passed; 2 failed; 1 ignored; 0 measured; 9 filtered out; finished in 0.1s
";

    #[test]
    fn libtest_output_is_read_test_by_test() {
        let report = parse(OUTPUT, "take");
        assert_eq!(report.passed, 2);
        let [counts, returns] = &report.failures[..] else {
            panic!("two tests failed: {report:?}");
        };
        assert_eq!(counts.test, "take::counts");
        assert_eq!(counts.place.as_deref(), Some("exercises/tests/take.rs:8:5"));
        assert_eq!(counts.message, "Expected: two.\n\n  two │ three");
        assert!(counts.output.starts_with("before\n"), "{counts:?}");
        assert_eq!((&*returns.message, &returns.place), ("Error: \"no\"", &None));
        assert_eq!(cut_short(OUTPUT, true, "take"), None);
    }

    #[test]
    fn a_crash_is_a_failure_with_its_last_words() {
        let output =
            "\nrunning 1 test\n\nthread 'take::a' has overflowed its stack\nabort\n";
        let failure = cut_short(output, true, "take").unwrap();
        let message =
            "the tests crashed:\nthread 'take::a' has overflowed its stack\nabort";
        assert_eq!((&*failure.test, &*failure.message), ("take", message));
    }

    #[test]
    #[cfg(unix)]
    fn what_does_not_end_is_stopped() {
        let shell = |script| {
            let mut shell = Command::new("sh");
            shell.args(["-c", script]);
            finish(shell, Duration::from_millis(500)).unwrap()
        };
        assert_eq!(shell("echo out; echo err >&2"), ("out\nerr\n".into(), true));
        assert_eq!(shell("echo out; exec sleep 60"), ("out\n".into(), false));
    }
}
