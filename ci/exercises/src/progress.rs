use crate::cargo::{self, Bodies, Build, Diagnostic};
use crate::exercise::Exercise;
use crate::libtest::{self, Failure, Report};
use crate::workspace::Workspace;
use anyhow::Result;
use serde::Serialize;

/// How far an exercise is, by its tests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "lowercase")]
pub(crate) enum State {
    /// All its tests pass.
    Done { passed: usize },
    /// Some of its tests fail.
    Open { passed: usize, failures: Vec<Failure> },
    /// A file of its own does not compile.
    Broken { errors: Vec<Diagnostic> },
    /// A file that it does not own does not compile, so its tests cannot run.
    Blocked { errors: Vec<Diagnostic> },
    /// It has no tests.
    Untested,
}

impl State {
    pub(crate) fn is_done(&self) -> bool {
        matches!(self, State::Done { .. })
    }

    /// How far an exercise is in this build.
    pub(crate) fn of(exercise: &Exercise, build: &Build) -> Result<State> {
        let errors: Vec<_> = build.errors(exercise).into_iter().cloned().collect();
        let is_own =
            |error: &Diagnostic| error.file.as_ref().is_some_and(|f| exercise.owns(f));
        if errors.iter().any(is_own) {
            let errors = errors.into_iter().filter(is_own).collect();
            return Ok(State::Broken { errors });
        }
        if !errors.is_empty() {
            return Ok(State::Blocked { errors });
        }
        let Report { passed, failures } = libtest::run(build, exercise)?;
        Ok(match (passed, failures.is_empty()) {
            (0, true) => State::Untested,
            (passed, true) => State::Done { passed },
            (passed, false) => State::Open { passed, failures },
        })
    }
}

/// How far each exercise of the book is.
pub(crate) fn all(workspace: &Workspace) -> Result<Vec<(&Exercise, State)>> {
    let exercises: Vec<_> = workspace.exercises.iter().collect();
    if exercises.is_empty() {
        return Ok(Vec::new());
    }
    let build = cargo::build(workspace, &exercises, Bodies::Stubs)?;
    let state = |exercise| Ok((exercise, State::of(exercise, &build)?));
    exercises.into_iter().map(state).collect()
}

/// How far one exercise is.
pub(crate) fn one(workspace: &Workspace, exercise: &Exercise) -> Result<State> {
    State::of(exercise, &cargo::build(workspace, &[exercise], Bodies::Stubs)?)
}

/// The exercise to do next: the first that is not done. If it waits for another of its crate to
/// compile, that one.
pub(crate) fn next<'a>(states: &[(&'a Exercise, State)]) -> Option<&'a Exercise> {
    let (first, state) = states.iter().find(|(_, state)| !state.is_done())?;
    let broken = states.iter().find(|(exercise, state)| {
        matches!(state, State::Broken { .. }) && exercise.package == first.package
    });
    match (state, broken) {
        (State::Blocked { .. }, Some((broken, _))) => Some(broken),
        _ => Some(first),
    }
}
