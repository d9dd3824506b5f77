use super::listing;
use crate::directive::Exercise;
use crate::problem::{Problem, shown};
use crate::regions::{self, RegionError};
use crate::text::{did_you_mean, fence};
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};

/// What the reader starts from, the command that checks it, and the hints, each folded.
pub(crate) fn exercise(
    workspace: &Workspace,
    exercise: &Exercise,
) -> Result<String, Problem> {
    let Exercise { chapter, name } = exercise;
    let stub = text(workspace, exercise, regions::stub)?;
    let listing = listing::plain(&file(workspace, exercise, "src", "rs")?, &stub);
    let command = fence("console", &format!("$ cargo test -p ex{chapter} {name}"));
    let (_, hints) = hints_file(workspace, exercise)?;
    let hints: String = hints
        .split("\n---\n")
        .zip(1..)
        .map(|(hint, number)| folded("hint", &format!("Hint {number}"), hint))
        .collect();
    Ok(format!(
        "<section class=\"exercise\" id=\"exercise-{name}\">\n\n{listing}\n{command}\n{hints}</section>\n"
    ))
}

/// The solution, folded.
pub(crate) fn solution(
    workspace: &Workspace,
    exercise: &Exercise,
) -> Result<String, Problem> {
    let solution = text(workspace, exercise, regions::solution)?;
    let listing =
        listing::plain(&file(workspace, exercise, "solutions", "rs")?, &solution);
    let summary = format!("Solution: <code>{}</code>", exercise.name);
    Ok(folded("solution", &summary, &listing))
}

/// The hints of an exercise, from vague to nearly the answer, with a line `---` between them.
pub(crate) fn hints_file(
    workspace: &Workspace,
    exercise: &Exercise,
) -> Result<(PathBuf, String), Problem> {
    let file = file(workspace, exercise, "hints", "md")?;
    let text = workspace.read(&file)?;
    Ok((file, text))
}

fn folded(class: &str, summary: &str, markdown: &str) -> String {
    let markdown = markdown.trim();
    format!(
        "<details class=\"{class}\">\n<summary>{summary}</summary>\n\n{markdown}\n\n</details>\n\n"
    )
}

/// One of the two texts that the solution's file holds.
fn text(
    workspace: &Workspace,
    exercise: &Exercise,
    text: fn(&str) -> Result<String, RegionError>,
) -> Result<String, Problem> {
    let file = file(workspace, exercise, "solutions", "rs")?;
    if !workspace.join(&file).is_file() {
        return Err(unknown(workspace, exercise, &file));
    }
    text(&workspace.read(&file)?)
        .map_err(|error| Problem::at(file, error.line, error.problem.to_string()))
}

fn file(
    workspace: &Workspace,
    exercise: &Exercise,
    folder: &str,
    extension: &str,
) -> Result<PathBuf, Problem> {
    let Exercise { chapter, name } = exercise;
    workspace.in_chapters(&format!("{chapter}/exercises/{folder}/{name}.{extension}"))
}

fn unknown(workspace: &Workspace, exercise: &Exercise, file: &Path) -> Problem {
    let folder = file.parent().unwrap_or(Path::new(""));
    let names = workspace.files(folder, "rs").into_iter();
    let names = names.filter_map(|file| Some(shown(file.file_stem()?.as_ref())));
    let hint = did_you_mean(&exercise.name, names);
    Problem::new(format!(
        "no exercise `{}` in {}{hint}: there is no {}",
        exercise.name,
        exercise.chapter,
        shown(file)
    ))
}
