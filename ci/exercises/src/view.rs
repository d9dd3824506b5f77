//! What the reader sees, as text and as JSON.

use crate::cargo::Diagnostic;
use crate::exercise::Exercise;
use crate::libtest::Failure;
use crate::progress::{self, State};
use crate::verify::Proof;
use crate::workspace::Workspace;
use anstyle::{AnsiColor, Style};
use anyhow::Result;
use serde::Serialize;
use std::fmt::Write;
use std::path::PathBuf;

/// All exercises by chapter, with their marks, and the next one.
pub(crate) fn list(workspace: &Workspace, states: &[(&Exercise, State)]) -> String {
    if states.is_empty() {
        return "There are no exercises yet.\n".into();
    }
    let names = states.iter().map(|(exercise, _)| exercise.name.chars().count());
    let width = names.max().unwrap_or(0);
    let mut text = String::new();
    for chapter in states.chunk_by(|(a, _), (b, _)| a.chapter == b.chapter) {
        text += &format!("{}\n", bold(&chapter[0].0.chapter));
        for (exercise, state) in chapter {
            let Exercise { name, about, .. } = exercise;
            text += &format!("  {} {name:width$}  {about}\n", mark(state));
            if let Some(note) = note(workspace, state) {
                text += &format!("    {:width$}  {note}\n", "");
            }
        }
        text += "\n";
    }
    let done = states.iter().filter(|(_, state)| state.is_done()).count();
    text += &format!("{done} of {} done.", states.len());
    match progress::next(states) {
        Some(next) => text + &format!(" Next: {}", what_to_do(workspace, next)),
        None => text + "\n",
    }
}

fn mark(state: &State) -> String {
    let (mark, colour) = match state {
        State::Done { .. } => ("✓", AnsiColor::Green),
        State::Open { .. } => ("✗", AnsiColor::Red),
        State::Broken { .. } => ("!", AnsiColor::Red),
        State::Blocked { .. } | State::Untested => ("?", AnsiColor::Yellow),
    };
    paint(mark, colour.on_default())
}

/// Why an exercise has neither ✓ nor ✗.
fn note(workspace: &Workspace, state: &State) -> Option<String> {
    match state {
        State::Done { .. } | State::Open { .. } => None,
        State::Broken { errors } => {
            Some(format!("does not compile: {}", place(workspace, errors)))
        }
        State::Blocked { errors } => {
            Some(format!("waits for {} to compile", place(workspace, errors)))
        }
        State::Untested => Some("has no tests yet".into()),
    }
}

/// File and line of the first error that has them.
fn place(workspace: &Workspace, errors: &[Diagnostic]) -> String {
    let place = errors.iter().find_map(|error| error.place(workspace));
    place.unwrap_or_else(|| "its crate".into())
}

fn what_to_do(workspace: &Workspace, exercise: &Exercise) -> String {
    let name = workspace.short_name(exercise);
    let path = exercise.stub_path();
    format!(
        "{}\n  edit   {}\n  check  {}\n  hint   cargo exercises hint {name}\n",
        bold(&name),
        workspace.relative(&path).display(),
        exercise.command(),
    )
}

/// What the tests of one exercise say.
pub(crate) fn check(
    workspace: &Workspace,
    exercise: &Exercise,
    state: &State,
) -> String {
    let name = exercise.full_name();
    let mut text = format!("{} {}", mark(state), bold(&name));
    match state {
        State::Done { passed } => text += &format!(": all tests pass ({passed})\n"),
        State::Open { passed, failures } => {
            let all = passed + failures.len();
            text += &format!(": {passed} of {all} tests pass\n{}", failed(failures));
        }
        State::Broken { errors } | State::Blocked { errors } => {
            let note = note(workspace, state).unwrap_or_default();
            text += &format!(" {note}\n\n");
            errors.iter().for_each(|error| text += &error.rendered);
        }
        State::Untested => text += " has no tests yet\n",
    }
    if !state.is_done() {
        let name = workspace.short_name(exercise);
        text += &format!("\nStuck? cargo exercises hint {name}\n");
    }
    text
}

/// Tests that fail alike are shown as one.
fn failed(failures: &[Failure]) -> String {
    let mut text = String::new();
    let alike =
        |a: &Failure, b: &Failure| (&a.message, &a.place) == (&b.message, &b.place);
    for (at, failure) in failures.iter().enumerate() {
        if failures[..at].iter().any(|earlier| alike(earlier, failure)) {
            continue;
        }
        let tests = failures[at..].iter().filter(|other| alike(other, failure));
        let tests: Vec<_> = tests.map(|failure| failure.test.as_str()).collect();
        text += &format!("\n{}\n", bold(&tests.join(", ")));
        if let Some(place) = &failure.place {
            text += &format!("  at {place}\n");
        }
        text += &indented(&failure.message);
        if !failure.output.is_empty() {
            text += &format!("  It printed:\n{}", indented(&failure.output));
        }
    }
    text
}

fn indented(text: &str) -> String {
    let lines = text.trim_start_matches('\n').lines();
    lines.map(|line| format!("  {line}").trim_end().to_string() + "\n").collect()
}

/// Hints with their numbers, and what to do when they run out.
pub(crate) fn hints(
    workspace: &Workspace,
    exercise: &Exercise,
    hints: &[(usize, String)],
    count: usize,
) -> String {
    let mut text = String::new();
    for (number, hint) in hints {
        let head = format!("{}, hint {number} of {count}", exercise.full_name());
        text += &format!("{}\n\n{hint}\n\n", bold(&head));
    }
    let solution = exercise.solution_path();
    match hints.last() {
        Some((number, _)) if *number < count => {
            let name = workspace.short_name(exercise);
            text + &format!("The next one: cargo exercises hint {name}\n")
        }
        _ => {
            text + &format!(
                "That is all. The solution: {}\n",
                workspace.relative(&solution).display()
            )
        }
    }
}

/// What was proven, and what was not.
pub(crate) fn proof(proof: &Proof) -> String {
    let mut text = String::new();
    for claim in &proof.claims {
        let (mark, colour) = match claim.holds == claim.of {
            true => ("✓", AnsiColor::Green),
            false => ("✗", AnsiColor::Red),
        };
        let mark = paint(mark, colour.on_default());
        let _ = write!(text, "{mark} {} of {} {}", claim.holds, claim.of, claim.text);
        text += &match claim.rests_on {
            Some((count, what)) => format!(" ({what}: {count})\n"),
            None => "\n".to_string(),
        };
    }
    for problem in &proof.problems {
        text += &format!("\n{}\n", problem.replace('\n', "\n  "));
    }
    text
}

/// An exercise as editors get it.
#[derive(Serialize)]
struct Row<'a> {
    name: String,
    about: &'a str,
    file: PathBuf,
    command: String,
    #[serde(flatten)]
    state: &'a State,
}

impl<'a> Row<'a> {
    fn of(exercise: &'a Exercise, state: &'a State) -> Self {
        Row {
            name: exercise.full_name(),
            about: &exercise.about,
            file: exercise.stub_path(),
            command: exercise.command(),
            state,
        }
    }
}

/// All exercises as editors get them.
#[derive(Serialize)]
struct List<'a> {
    exercises: Vec<Row<'a>>,
    /// The name of the next one.
    next: Option<String>,
}

/// The list, in the order of the book.
pub(crate) fn list_json(states: &[(&Exercise, State)]) -> Result<String> {
    let exercises =
        states.iter().map(|(exercise, state)| Row::of(exercise, state)).collect();
    let next = progress::next(states).map(Exercise::full_name);
    json(&List { exercises, next })
}

/// One exercise, as an element of the list.
pub(crate) fn check_json(exercise: &Exercise, state: &State) -> Result<String> {
    json(&Row::of(exercise, state))
}

fn json(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

fn bold(text: &str) -> String {
    paint(text, Style::new().bold())
}

fn paint(text: &str, style: Style) -> String {
    format!("{style}{text}{style:#}")
}
