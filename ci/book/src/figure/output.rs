use super::figure;
use crate::directive::Program;
use crate::problem::{Problem, shown};
use crate::text::{did_you_mean, escape, fence};
use crate::workspace::Workspace;
use std::path::PathBuf;

/// What a program prints, below the command that runs it.
pub(crate) fn output(
    workspace: &Workspace,
    program: &Program,
) -> Result<String, Problem> {
    let (_, text, _) = snapshot(workspace, program)?;
    let caption = format!("<code>$ {}</code>", escape(&command(program)));
    Ok(figure("output", &caption, &fence("text", &text)))
}

/// A pinned snapshot: its file, its text, and the line at which the text begins.
pub(crate) fn snapshot(
    workspace: &Workspace,
    program: &Program,
) -> Result<(PathBuf, String, usize), Problem> {
    let folder =
        workspace.in_chapters(&format!("{}/tests/snapshots", program.chapter))?;
    let file = folder.join(format!("{}.snap", program.name));
    if !workspace.join(&file).is_file() {
        let names = workspace.files(&folder, "snap").into_iter();
        let names = names.filter_map(|file| Some(shown(file.file_stem()?.as_ref())));
        let hint = did_you_mean(&program.name, names);
        return Err(Problem::new(format!(
            "no snapshot {}{hint}: pin the program in its test, then run \
             `INSTA_UPDATE=always cargo test -p ch{}`",
            shown(&file),
            program.chapter
        )));
    }
    let (text, line) = body(&workspace.read(&file)?);
    Ok((file, text, line))
}

/// A snapshot without its header, and the line at which that begins.
fn body(snapshot: &str) -> (String, usize) {
    let snapshot = snapshot.replace("\r\n", "\n");
    match snapshot.strip_prefix("---\n").and_then(|s| s.split_once("\n---\n")) {
        Some((header, body)) => (body.to_string(), header.lines().count() + 3),
        None => (snapshot, 1),
    }
}

/// The command that prints it.
fn command(program: &Program) -> String {
    let (name, trace) = match program.name.rsplit_once('.') {
        Some((name, "lanes")) => (name, "TRACE=1 "),
        Some((name, "trace")) => (name, "TRACE=json "),
        _ => (program.name.as_str(), ""),
    };
    let kind = if name == program.chapter { "bin" } else { "example" };
    format!("{trace}cargo run --{kind} {name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_loses_its_header() {
        let snapshot = "---\nsource: a.rs\n---\nfirst\n---\nlast\n";
        assert_eq!(body(snapshot), ("first\n---\nlast\n".into(), 4));
    }

    #[test]
    fn the_command_says_how_to_get_this_output() {
        let command = |name: &str| {
            command(&Program { chapter: "04-scheduler".into(), name: name.into() })
        };
        assert_eq!(command("04-scheduler"), "cargo run --bin 04-scheduler");
        assert_eq!(command("hog"), "cargo run --example hog");
        assert_eq!(command("hog.lanes"), "TRACE=1 cargo run --example hog");
    }
}
