use crate::exercise::Exercise;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use cargo_metadata::diagnostic::{DiagnosticLevel, DiagnosticSpan};
use cargo_metadata::{Artifact, CompilerMessage, Message, PackageId, TargetKind};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Output};

/// What cargo made of the packages that hold some exercises.
pub(crate) struct Build {
    pub(crate) programs: Vec<Program>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The packages that were to be built. Others are what they depend on.
    packages: Vec<PackageId>,
}

/// A program that runs tests.
pub(crate) struct Program {
    pub(crate) package: PackageId,
    /// Whether it is made of the files in `tests/`.
    pub(crate) integration: bool,
    pub(crate) path: PathBuf,
}

/// An error or a warning of the compiler.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Diagnostic {
    #[serde(skip)]
    pub(crate) package: PackageId,
    #[serde(skip)]
    pub(crate) is_error: bool,
    pub(crate) file: Option<PathBuf>,
    pub(crate) line: Option<usize>,
    pub(crate) message: String,
    /// All that the compiler says, as it says it.
    pub(crate) rendered: String,
}

/// What stands in the exercises' modules.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bodies {
    Stubs,
    Solutions,
}

/// Compiles the tests of these exercises, and does not stop at a package that fails.
pub(crate) fn build(
    workspace: &Workspace,
    exercises: &[&Exercise],
    bodies: Bodies,
) -> Result<Build> {
    // `cargo test --no-run` stops at the first package that fails. This makes the same programs.
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.current_dir(&workspace.root);
    cargo.args([
        "build",
        "--tests",
        "--keep-going",
        "--quiet",
        "--message-format=json",
    ]);
    if bodies == Bodies::Solutions {
        cargo.args(["--features", "solution"]);
    }
    let packages: BTreeMap<_, _> =
        exercises.iter().map(|e| (&e.package, &e.package_id)).collect();
    for name in packages.keys() {
        cargo.args(["-p", name]);
    }
    let output = cargo.output().context("cannot run cargo")?;
    Build::read(&output, packages.into_values().cloned().collect(), &workspace.root)
}

impl Build {
    fn read(output: &Output, packages: Vec<PackageId>, root: &Path) -> Result<Self> {
        let mut build =
            Build { programs: Vec::new(), diagnostics: Vec::new(), packages };
        for message in Message::parse_stream(&output.stdout[..]) {
            match message.context("cannot read what cargo says")? {
                Message::CompilerArtifact(artifact) => {
                    build.programs.extend(program(artifact));
                }
                Message::CompilerMessage(message) => {
                    // A library is compiled twice, once for its own tests, and warns twice.
                    let new = diagnostic(message, root);
                    build
                        .diagnostics
                        .extend(new.filter(|new| !build.diagnostics.contains(new)));
                }
                _ => {}
            }
        }
        if !output.status.success() && !build.diagnostics.iter().any(|d| d.is_error) {
            bail!("cargo says: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(build)
    }

    /// What keeps the tests of this exercise from running, if anything does: errors in its own
    /// package, or in one that its package depends on.
    pub(crate) fn errors(&self, exercise: &Exercise) -> Vec<&Diagnostic> {
        let package = &exercise.package_id;
        let errors =
            || self.diagnostics.iter().filter(|diagnostic| diagnostic.is_error);
        let own: Vec<_> = errors().filter(|error| error.package == *package).collect();
        if !own.is_empty()
            || self.programs.iter().any(|p| p.package == *package && p.integration)
        {
            return own;
        }
        errors().filter(|error| !self.packages.contains(&error.package)).collect()
    }
}

fn program(artifact: Artifact) -> Option<Program> {
    Some(Program {
        path: artifact.executable?.into_std_path_buf(),
        package: artifact.package_id,
        integration: artifact.target.kind.contains(&TargetKind::Test),
    })
    .filter(|_| artifact.profile.test)
}

fn diagnostic(message: CompilerMessage, root: &Path) -> Option<Diagnostic> {
    let CompilerMessage { package_id, message, .. } = message;
    let is_error = match message.level {
        DiagnosticLevel::Error | DiagnosticLevel::Ice => true,
        DiagnosticLevel::Warning => false,
        _ => return None,
    };
    // "Aborting due to 2 previous errors", "1 warning emitted": these say nothing new.
    if message.message.starts_with("aborting due to")
        || message.message.ends_with(" emitted")
    {
        return None;
    }
    let span = message.spans.iter().find(|span| span.is_primary).map(call_site);
    Some(Diagnostic {
        package: package_id,
        is_error,
        file: span.map(|span| tidy(&root.join(&span.file_name))),
        line: span.map(|span| span.line_start),
        message: message.message,
        rendered: message.rendered.unwrap_or_default(),
    })
}

/// Where the reader wrote it: for what a macro wrote, the place where the macro was called.
fn call_site(span: &DiagnosticSpan) -> &DiagnosticSpan {
    span.expansion.as_ref().map_or(span, |expansion| call_site(&expansion.span))
}

/// Takes `src/..` out of `src/../solutions/fibonacci.rs`.
fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(tidy.pop()),
            part => tidy.push(part),
        }
    }
    tidy
}

impl Diagnostic {
    /// File and line, if it has them.
    pub(crate) fn place(&self, workspace: &Workspace) -> Option<String> {
        let file = workspace.relative(self.file.as_deref()?).display();
        Some(format!("{file}:{}", self.line?))
    }

    /// Place and message, on one line.
    pub(crate) fn summary(&self, workspace: &Workspace) -> String {
        match self.place(workspace) {
            Some(place) => format!("{place}: {}", self.message),
            None => self.message.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_solution_is_found_where_it_lies() {
        let path = tidy(Path::new("/book/exercises/src/../solutions/take.rs"));
        assert_eq!(path, Path::new("/book/exercises/solutions/take.rs"));
    }
}
