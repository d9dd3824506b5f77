//! What every chapter's tests do with its programs: run them, pin what they print, and compare
//! their twins: in Python, and in the last chapter on tokio too.
//!
//! ```no_run
//! # macro_rules! env { ($name:literal) => { "target/debug/01-generators" } }
//! use evidence::{bin, example};
//!
//! bin(env!("CARGO_BIN_EXE_01-generators")).pinned().twin();
//! example("pipeline").pinned().twin();
//! ```

pub mod siege;

use std::cell::OnceCell;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program of the chapter under test. It runs when it is first asked what it prints.
///
/// Whatever asks panics if the program cannot be run, or exits with anything but 0.
pub struct Program {
    name: String,
    path: PathBuf,
    env: Vec<(String, String)>,
    stdout: OnceCell<String>,
}

/// The chapter's own program. `path` is `env!("CARGO_BIN_EXE_…")`.
pub fn bin(path: &str) -> Program {
    Program::at(PathBuf::from(path))
}

/// The example of this name.
pub fn example(name: &str) -> Program {
    // The test itself is target/debug/deps/programs-…; examples lie in target/debug/examples.
    let test = std::env::current_exe().expect("a path to this test");
    let profile = test.ancestors().nth(2).expect("a target directory");
    Program::at(profile.join("examples").join(name))
}

impl Program {
    fn at(path: PathBuf) -> Program {
        let name = path.file_stem().expect("a program's name").to_string_lossy().into();
        Program { name, path, env: Vec::new(), stdout: OnceCell::new() }
    }

    /// Sets an environment variable for the program and its twin.
    ///
    /// ```no_run
    /// evidence::example("sleepers").env("CLOCK", "virtual").pinned().twin();
    /// ```
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.into(), value.into()));
        self.stdout = OnceCell::new();
        self
    }

    /// The program or its twin, in the environment that it shall have.
    fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env_remove("TRACE").env_remove("CLOCK");
        command.envs(self.env.iter().cloned());
        command
    }

    /// Compares what it prints with `tests/snapshots/NAME.snap`.
    pub fn pinned(self) -> Self {
        pin(&self.name, self.stdout());
        self
    }

    /// Runs it with `TRACE=json` and compares with `tests/snapshots/NAME.trace.snap`.
    pub fn traced(self) -> Self {
        self.pinned_with("json", "trace")
    }

    /// Runs it with `TRACE=1` and compares with `tests/snapshots/NAME.lanes.snap`.
    pub fn lanes(self) -> Self {
        self.pinned_with("1", "lanes")
    }

    fn pinned_with(self, trace: &str, suffix: &str) -> Self {
        let text = stdout_of(self.command(&self.path).env("TRACE", trace));
        pin(&format!("{}.{suffix}", self.name), &text);
        self
    }

    /// Runs `python/NAME.py` and compares what the two print.
    ///
    /// # Panics
    ///
    /// If they differ; with `CI` set, also if there is no `python3`.
    pub fn twin(self) -> Self {
        let script = chapter().join(format!("python/{}.py", self.name));
        if Command::new("python3").arg("--version").output().is_err() {
            assert!(
                std::env::var_os("CI").is_none(),
                "CI needs python3 to compare the twins"
            );
            eprintln!("no python3 here: {} is not compared with its twin", self.name);
            return self;
        }
        let python = stdout_of(self.command("python3").arg(&script));
        assert!(
            python == self.stdout(),
            "{} and its Python twin differ\n--- Rust\n{}\n--- {}\n{python}",
            self.name,
            self.stdout(),
            script.display(),
        );
        self
    }

    /// Runs the example `NAME-tokio`, the same program on tokio, and compares what the two
    /// print.
    ///
    /// ```no_run
    /// evidence::example("greet").env("CLOCK", "virtual").pinned().twin().tokio();
    /// ```
    ///
    /// # Panics
    ///
    /// If they differ.
    pub fn tokio(self) -> Self {
        let name = format!("{}-tokio", self.name);
        let tokio = stdout_of(&mut self.command(example(&name).path));
        assert_lines(
            &format!("{name} prints what {} does", self.name),
            &tokio,
            self.stdout(),
        );
        self
    }

    /// What it prints.
    pub fn stdout(&self) -> &str {
        self.stdout.get_or_init(|| stdout_of(&mut self.command(&self.path)))
    }
}

/// Compares two interleavings, or any two texts, line by line.
///
/// # Panics
///
/// If they differ. The message says `expectation` in words and shows the two side by side.
///
/// ```
/// evidence::assert_lines("the two take turns", "ping\npong", "ping\npong");
/// ```
#[track_caller]
pub fn assert_lines(expectation: &str, actual: &str, expected: &str) {
    if actual.trim_end() != expected.trim_end() {
        panic!("\nExpected: {expectation}.\n\n{}", side_by_side(actual, expected));
    }
}

fn side_by_side(actual: &str, expected: &str) -> String {
    let width = expected
        .lines()
        .map(|line| line.chars().count())
        .max()
        .unwrap_or(0)
        .max("(nothing)".len());
    let mut table = format!("  {:<width$} │ actual\n", "expected");
    let (mut left, mut right) = (expected.lines(), actual.lines());
    loop {
        let (l, r) = (left.next(), right.next());
        if l.is_none() && r.is_none() {
            return table;
        }
        let mark = if l == r { ' ' } else { '≠' };
        let (l, r) = (l.unwrap_or("(nothing)"), r.unwrap_or("(nothing)"));
        table += &format!("{mark} {l:<width$} │ {r}\n");
    }
}

/// The folder of the chapter whose tests run.
fn chapter() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").expect("tests run under cargo").into()
}

fn pin(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(chapter().join("tests/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn stdout_of(command: &mut Command) -> String {
    let program = Path::new(command.get_program()).display().to_string();
    let output = command.output().unwrap_or_else(|error| {
        panic!(
            "cannot run {program}: {error}; `cargo test` builds it, with --test alone it may not"
        )
    });
    assert!(
        output.status.success(),
        "{program}: {}\n{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("programs print UTF-8")
}
