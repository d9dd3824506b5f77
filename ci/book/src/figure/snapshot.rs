use crate::directive::Program;
use crate::problem::{Problem, shown};
use crate::text::did_you_mean;
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};

/// What a program printed, pinned by a test.
pub(crate) struct Snapshot {
    pub(crate) file: PathBuf,
    pub(crate) text: String,
    /// The line of the file on which the text begins.
    pub(crate) first_line: usize,
}

impl Snapshot {
    pub(crate) fn read(
        workspace: &Workspace,
        program: &Program,
    ) -> Result<Self, Problem> {
        let folder = workspace.chapter(&program.chapter)?.join("tests/snapshots");
        let file = folder.join(format!("{}.snap", program.name));
        if !workspace.join(&file).is_file() {
            return Err(missing(workspace, program, &folder, &file));
        }
        let (text, first_line) = body(&workspace.read(&file)?);
        Ok(Snapshot { file, text, first_line })
    }
}

fn missing(
    workspace: &Workspace,
    program: &Program,
    folder: &Path,
    file: &Path,
) -> Problem {
    let names = workspace.names(folder, "snap");
    let hint = did_you_mean(&program.name, names);
    let (name, method) = match program.name.rsplit_once('.') {
        Some((name, "trace")) => (name, "traced"),
        Some((name, "lanes")) => (name, "lanes"),
        _ => (program.name.as_str(), "pinned"),
    };
    Problem::new(format!(
        "no snapshot {}{hint}: let a test call .{method}() on `{name}`, then run \
         `INSTA_UPDATE=always cargo test -p ch{}`",
        shown(file),
        program.chapter
    ))
}

/// The text without insta's header, and the line on which it begins.
fn body(snapshot: &str) -> (String, usize) {
    let snapshot = snapshot.replace("\r\n", "\n");
    match snapshot.strip_prefix("---\n").and_then(|s| s.split_once("\n---\n")) {
        Some((header, body)) => (body.to_string(), header.lines().count() + 3),
        None => (snapshot, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_loses_its_header() {
        let snapshot = "---\nsource: a.rs\n---\nfirst\n---\nlast\n";
        assert_eq!(body(snapshot), ("first\n---\nlast\n".into(), 4));
    }
}
