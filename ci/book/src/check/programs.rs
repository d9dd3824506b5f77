//! Every program of a chapter has its output pinned, and a twin in Python.

use crate::problem::{Place, Problem, shown};
use crate::text::did_you_mean;
use crate::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::visit::{Visit, visit_expr_method_call};
use syn::{Expr, ExprLit, ExprMethodCall, Lit, LitStr};

/// What is not pinned or has no twin, although no test says why; and what the pages show of it.
pub(super) fn unproven(
    workspace: &Workspace,
    snapshots: &[(PathBuf, Place)],
) -> Result<Vec<Problem>, Problem> {
    let mut problems = Vec::new();
    let mut names = BTreeMap::new();
    for folder in workspace.list(Path::new("chapters")) {
        if workspace.join(&folder).is_dir() {
            let chapter = Chapter::read(workspace, folder)?;
            problems.extend(chapter.namesakes(&mut names));
            problems.extend(chapter.unpinned());
            problems.extend(chapter.twinless());
            problems.extend(chapter.excuses_for_nobody());
            problems.extend(chapter.stale(snapshots));
        }
    }
    Ok(problems)
}

/// A chapter's programs, and what its tests do with them.
struct Chapter<'a> {
    workspace: &'a Workspace,
    folder: PathBuf,
    /// Each program's name and source.
    programs: BTreeMap<String, PathBuf>,
    tested: Tested,
    excuses: Vec<Excuse>,
}

impl<'a> Chapter<'a> {
    fn read(workspace: &'a Workspace, folder: PathBuf) -> Result<Self, Problem> {
        let mut tested = Tested::default();
        for file in workspace.list(&folder.join("tests")) {
            if file.extension().is_some_and(|extension| extension == "rs") {
                tested.read(&file, &workspace.read(&file)?)?;
            }
        }
        let tests = folder.join("tests/programs.rs");
        let text = workspace.read(&tests).unwrap_or_default();
        Ok(Chapter {
            workspace,
            programs: programs(workspace, &folder),
            excuses: (1..)
                .zip(text.lines())
                .filter_map(|(line, text)| Excuse::parse(line, text))
                .collect(),
            tested,
            folder,
        })
    }

    /// Programs that are called like one of an earlier chapter.
    fn namesakes(&self, names: &mut BTreeMap<String, PathBuf>) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (name, source) in &self.programs {
            if let Some(other) = names.insert(name.clone(), source.clone()) {
                let what = format!(
                    "{} has this name too, and `cargo run --example {name}` could not \
                     tell them apart: rename one",
                    shown(&other)
                );
                problems.push(Problem::at(source, 1, what));
            }
        }
        problems
    }

    fn unpinned(&self) -> impl Iterator<Item = Problem> {
        self.without("pinned", "not pinned", |name| {
            self.folder.join(format!("tests/snapshots/{name}.snap"))
        })
    }

    fn twinless(&self) -> impl Iterator<Item = Problem> {
        self.without("twin", "no twin", |name| {
            self.folder.join(format!("python/{name}.py"))
        })
    }

    /// The programs on which no test calls `method`, or that have no `file` for it to compare.
    fn without(
        &self,
        method: &str,
        excuse: &str,
        file: impl Fn(&str) -> PathBuf,
    ) -> impl Iterator<Item = Problem> {
        self.programs.iter().filter_map(move |(name, source)| {
            let excused = |e: &Excuse| e.kind == excuse && e.name == *name;
            if self.excuses.iter().any(excused) {
                return None;
            }
            let file = file(name);
            let tests = shown(&self.folder.join("tests/programs.rs"));
            let what = if !self.tested.calls(name, method) {
                format!(
                    "no test calls .{method}() on `{name}`: let one in {tests}, \
                     or write there why not: // {excuse}: {name}: reason"
                )
            } else if !self.workspace.join(&file).is_file() {
                format!("`{name}` has no {}", shown(&file))
            } else {
                return None;
            };
            Some(Problem::at(source, 1, what))
        })
    }

    /// An excuse for a program that is not there, or that needs none.
    fn excuses_for_nobody(&self) -> impl Iterator<Item = Problem> {
        self.excuses.iter().filter_map(|excuse| {
            let Excuse { line, kind, name } = excuse;
            let method = if kind == "no twin" { "twin" } else { "pinned" };
            let what = if !self.programs.contains_key(name) {
                let hint = did_you_mean(name, self.programs.keys().cloned());
                format!("`{kind}`: this chapter has no program `{name}`{hint}")
            } else if self.tested.calls(name, method) {
                format!("`{kind}`: but a test calls .{method}() on `{name}`")
            } else {
                return None;
            };
            Some(Problem::at(self.folder.join("tests/programs.rs"), *line, what))
        })
    }

    /// Pages that show a snapshot which no test compares with a run.
    fn stale(&self, snapshots: &[(PathBuf, Place)]) -> Vec<Problem> {
        let written = |file: &Path| {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            match name.rsplit_once('.') {
                Some((name, "trace")) => self.tested.calls(name, "traced"),
                Some((name, "lanes")) => self.tested.calls(name, "lanes"),
                _ => self.tested.calls(&name, "pinned"),
            }
        };
        snapshots
            .iter()
            .filter(|(file, _)| file.starts_with(&self.folder) && !written(file))
            .map(|(file, place)| {
                let what =
                    format!("no test writes {}, so it may be out of date", shown(file));
                Problem::new(what).seen_from(place)
            })
            .collect()
    }
}

/// The chapter's own program, further ones in src/bin, and the examples.
fn programs(workspace: &Workspace, folder: &Path) -> BTreeMap<String, PathBuf> {
    let name = |path: &Path| {
        path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    };
    let own = folder.join("src/main.rs");
    let mut programs = BTreeMap::new();
    if workspace.join(&own).is_file() {
        programs.insert(name(folder), own);
    }
    let places = [folder.join("src/bin"), folder.join("examples")];
    for path in places.iter().flat_map(|place| workspace.list(place)) {
        let main = path.join("main.rs");
        if workspace.join(&main).is_file() {
            programs.insert(name(&path), main);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            programs.insert(name(&path), path);
        }
    }
    programs
}

/// `// not pinned: NAME: reason` or `// no twin: NAME: reason`.
struct Excuse {
    line: usize,
    kind: String,
    name: String,
}

impl Excuse {
    fn parse(line: usize, text: &str) -> Option<Self> {
        let comment = text.trim().trim_start_matches('/').trim_start_matches('!');
        let mut parts = comment.splitn(3, ':').map(str::trim);
        let (kind, name, reason) = (parts.next()?, parts.next()?, parts.next()?);
        let known =
            ["not pinned", "no twin"].contains(&kind) && text.trim().starts_with("//");
        (known && !reason.is_empty()).then(|| Excuse {
            line,
            kind: kind.into(),
            name: name.into(),
        })
    }
}

/// Which methods the tests call on which program: `example("pipeline").pinned().twin()`.
#[derive(Default)]
struct Tested {
    calls: BTreeSet<(String, String)>,
}

impl Tested {
    fn read(&mut self, file: &Path, text: &str) -> Result<(), Problem> {
        let syntax = syn::parse_file(text).map_err(|error| {
            let line = error.span().start().line;
            Problem::at(file, line, format!("this is not Rust: {error}"))
        })?;
        self.visit_file(&syntax);
        Ok(())
    }

    fn calls(&self, program: &str, method: &str) -> bool {
        self.calls.contains(&(program.into(), method.into()))
    }
}

impl Visit<'_> for Tested {
    fn visit_expr_method_call(&mut self, call: &ExprMethodCall) {
        let mut receiver = &*call.receiver;
        while let Expr::MethodCall(inner) = receiver {
            receiver = &inner.receiver;
        }
        if let Some(program) = program(receiver) {
            self.calls.insert((program, call.method.to_string()));
        }
        visit_expr_method_call(self, call);
    }
}

/// The program in `example("pipeline")` or `bin(env!("CARGO_BIN_EXE_01-generators"))`.
fn program(call: &Expr) -> Option<String> {
    let Expr::Call(call) = call else { return None };
    match call.args.first()? {
        Expr::Lit(ExprLit { lit: Lit::Str(name), .. }) => Some(name.value()),
        Expr::Macro(env) => {
            let name: LitStr = env.mac.parse_body().ok()?;
            Some(name.value().strip_prefix("CARGO_BIN_EXE_")?.to_string())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calls_on_a_program_are_found() {
        let mut tested = Tested::default();
        let test = "#[test] fn a() {\n    evidence::bin(env!(\"CARGO_BIN_EXE_01-x\")).pinned().twin();\n\
                    let hog = example(\"hog\").pinned();\n}";
        tested.read(Path::new("a.rs"), test).unwrap();
        assert!(tested.calls("01-x", "pinned"));
        assert!(tested.calls("01-x", "twin"));
        assert!(tested.calls("hog", "pinned"));
        assert!(!tested.calls("hog", "twin"));
    }

    #[test]
    fn an_excuse_has_a_reason() {
        let excuse =
            Excuse::parse(3, "// no twin: hog: threads differ: see there").unwrap();
        assert_eq!((excuse.kind.as_str(), excuse.name.as_str()), ("no twin", "hog"));
        assert!(Excuse::parse(3, "// no twin: hog:").is_none());
        assert!(Excuse::parse(3, "// a comment: about: this").is_none());
    }
}
