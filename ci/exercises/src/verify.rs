use crate::cargo::{self, Bodies, Build};
use crate::exercise::{Exercise, read};
use crate::hints;
use crate::progress::State;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeSet;
use std::fs;

/// What was found to be so, and what was not.
#[derive(Default)]
pub(crate) struct Proof {
    pub(crate) claims: Vec<Claim>,
    pub(crate) problems: Vec<String>,
}

/// Something that should be so of each exercise, or of each package.
pub(crate) struct Claim {
    /// `stubs equal what their solutions make`.
    pub(crate) text: &'static str,
    /// For how many it holds.
    pub(crate) holds: usize,
    /// For how many it should.
    pub(crate) of: usize,
    /// What it rests on, and how much of that: `6 tests`. May be nothing.
    pub(crate) rests_on: Option<(usize, &'static str)>,
}

impl Proof {
    /// Adds a claim, by a verdict on each thing it is about. `what` is what verdicts count.
    fn add(
        &mut self,
        text: &'static str,
        what: Option<&'static str>,
        verdicts: impl Iterator<Item = Verdict>,
    ) {
        let (mut holds, mut of, mut total) = (0, 0, 0);
        for (name, verdict) in verdicts {
            of += 1;
            match verdict {
                Ok(count) => {
                    holds += 1;
                    total += count;
                }
                Err(error) => self.problems.push(format!("{name}: {error:#}")),
            }
        }
        let rests_on = what.map(|what| (total, what));
        self.claims.push(Claim { text, holds, of, rests_on });
    }
}

/// Checks that the exercises are sound.
pub(crate) fn verify(workspace: &Workspace) -> Result<Proof> {
    let exercises: Vec<_> = workspace.exercises.iter().collect();
    ensure!(!exercises.is_empty(), "there are no exercises to verify");
    let stubs = cargo::build(workspace, &exercises, Bodies::Stubs)?;
    let solutions = cargo::build(workspace, &exercises, Bodies::Solutions)?;
    let mut proof = Proof::default();
    proof.add(
        "stubs equal what their solutions make",
        None,
        each(&exercises, stub_is_generated),
    );
    proof.add(
        "stubs fail, and say in words what was expected",
        Some("tests"),
        each(&exercises, |e| stub_fails(workspace, e, &stubs)),
    );
    proof.add(
        "solutions pass",
        Some("tests"),
        each(&exercises, |e| solution_passes(workspace, e, &solutions)),
    );
    proof.add(
        "exercises have hints in two steps or more",
        Some("hints"),
        each(&exercises, has_hints),
    );
    proof.add(
        "packages compile without warnings",
        None,
        each_package(&exercises, |p| {
            warns_of_nothing(workspace, p[0], [&stubs, &solutions])
        }),
    );
    proof.add(
        "packages list all their exercises, each with a name and a line of its own",
        None,
        each_package(&exercises, |p| lists_all(workspace, p)),
    );
    Ok(proof)
}

/// The name of what a claim is about, and on how much the claim rests there, or why it does not
/// hold.
type Verdict = (String, Result<usize>);

fn each(
    exercises: &[&Exercise],
    check: impl Fn(&Exercise) -> Result<usize>,
) -> impl Iterator<Item = Verdict> {
    exercises.iter().map(move |exercise| (exercise.full_name(), check(exercise)))
}

fn each_package(
    exercises: &[&Exercise],
    check: impl Fn(&[&Exercise]) -> Result<usize>,
) -> impl Iterator<Item = Verdict> {
    let packages = exercises.chunk_by(|a, b| a.package == b.package);
    packages.map(move |package| (package[0].package.clone(), check(package)))
}

fn stub_is_generated(exercise: &Exercise) -> Result<usize> {
    let made = exercise.stub()?;
    let found = read(&exercise.stub_path())?;
    ensure!(
        made == found,
        "the stub differs from what its solution makes; see `cargo exercises stubs --help`"
    );
    Ok(0)
}

fn stub_fails(
    workspace: &Workspace,
    exercise: &Exercise,
    build: &Build,
) -> Result<usize> {
    let failures = match State::of(exercise, build)? {
        State::Open { failures, .. } => failures,
        State::Done { .. } => bail!("the stub passes its tests"),
        state => bail!("the stub cannot be tested: {}", obstacle(workspace, &state)),
    };
    for failure in &failures {
        ensure!(
            !is_wordless(&failure.message),
            "with the stub, {} does not say in words what was expected, only `{}`",
            failure.test,
            failure.message.lines().next().unwrap_or_default()
        );
    }
    Ok(failures.len())
}

fn solution_passes(
    workspace: &Workspace,
    exercise: &Exercise,
    build: &Build,
) -> Result<usize> {
    match State::of(exercise, build)? {
        State::Done { passed } => Ok(passed),
        State::Open { failures, .. } => {
            let first = &failures[0];
            bail!("the solution fails {}: {}", first.test, first.message)
        }
        state => {
            bail!("the solution cannot be tested: {}", obstacle(workspace, &state))
        }
    }
}

/// Why no test ran.
fn obstacle(workspace: &Workspace, state: &State) -> String {
    match state {
        State::Broken { errors } | State::Blocked { errors } => {
            let errors = errors.iter().map(|error| error.summary(workspace));
            errors.collect::<Vec<_>>().join("\n")
        }
        _ => "there is no test in a module of its name".into(),
    }
}

/// Whether a message is only what a macro says of itself.
fn is_wordless(message: &str) -> bool {
    let first = message.trim().lines().next().unwrap_or_default();
    let bare = ["", "not yet implemented", "not implemented", "explicit panic"];
    let machine = ["assertion failed: ", "called `"];
    let compared = first.starts_with("assertion `") && first.ends_with("` failed");
    bare.contains(&first)
        || compared
        || machine.iter().any(|start| first.starts_with(start))
}

fn has_hints(exercise: &Exercise) -> Result<usize> {
    let count = hints::steps(&read(&exercise.hints_path())?).len();
    ensure!(count > 0, "there are no hints, and should be two or more");
    ensure!(count > 1, "there is only 1 hint, and should be two or more");
    Ok(count)
}

fn warns_of_nothing(
    workspace: &Workspace,
    exercise: &Exercise,
    builds: [&Build; 2],
) -> Result<usize> {
    let warnings = builds.into_iter().flat_map(|build| &build.diagnostics);
    let own = warnings.filter(|d| !d.is_error && d.package == exercise.package_id);
    let own: BTreeSet<_> = own.map(|warning| warning.summary(workspace)).collect();
    let text = own.into_iter().collect::<Vec<_>>().join("\n");
    ensure!(text.is_empty(), "the compiler warns\n{text}");
    Ok(0)
}

/// A solution that lib.rs does not list is never compiled. A name that contains another is run
/// by the other's command as well.
fn lists_all(workspace: &Workspace, exercises: &[&Exercise]) -> Result<usize> {
    let listed: Vec<_> = exercises.iter().map(|e| e.solution_path()).collect();
    let solutions = exercises[0].folder().join("solutions");
    let files = fs::read_dir(&solutions)
        .with_context(|| format!("cannot read {}", solutions.display()))?;
    for file in files {
        let file = file?.path();
        let shown = workspace.relative(&file).display();
        ensure!(listed.contains(&file), "no `pub mod` of src/lib.rs lists {shown}");
    }
    for exercise in exercises {
        let (name, command) = (&exercise.name, exercise.command());
        ensure!(!exercise.about.is_empty(), "no `///` says what {name} is about");
        let mut others = exercises.iter().filter(|other| other.name != *name);
        if let Some(other) = others.find(|other| other.name.contains(name)) {
            bail!("`{command}` also runs {}", other.name);
        }
    }
    Ok(0)
}

#[cfg(test)]
mod tests {
    use super::is_wordless;

    #[test]
    fn what_a_macro_says_of_itself_is_wordless() {
        assert!(is_wordless("not yet implemented"));
        assert!(is_wordless("assertion `left == right` failed\n  left: 1\n right: 2"));
        assert!(is_wordless("assertion failed: list.is_empty()"));
        assert!(is_wordless("called `Option::unwrap()` on a `None` value"));
        assert!(!is_wordless("not yet implemented: move on"));
        assert!(!is_wordless(
            "assertion `left == right` failed: it starts at 0\n  left: 1"
        ));
        assert!(!is_wordless("\nExpected: the two take turns.\n"));
    }
}
