use super::listing;
use crate::directive::Exercise;
use crate::problem::{Problem, shown};
use crate::text::{did_you_mean, fence};
use crate::workspace::Workspace;
use exercises::hints;
use exercises::regions::{self, RegionError};
use std::path::{Path, PathBuf};

/// What the reader starts from, the command that checks it, and the hints, each folded.
pub(crate) fn exercise(
    workspace: &Workspace,
    exercise: &Exercise,
) -> Result<String, Problem> {
    let Exercise { chapter, name } = exercise;
    let stub = stub(workspace, exercise)?;
    let listing = listing::plain(&file(workspace, exercise, "src", "rs")?, &stub);
    let command = fence("console", &format!("$ cargo test -p ex{chapter} {name}"));
    let (_, hints) = hints_file(workspace, exercise)?;
    let hints: String = hints::steps(&hints)
        .into_iter()
        .zip(1..)
        .map(|(hint, number)| folded("hint", &format!("Hint {number}"), hint))
        .collect();
    Ok(format!(
        "<section class=\"exercise\" id=\"exercise-{name}\">\n\n{listing}\n{command}\n{hints}</section>\n"
    ))
}

/// The stub, from the solution: the file itself may be half solved. While it is not, it is laid
/// out better, by rustfmt.
fn stub(workspace: &Workspace, exercise: &Exercise) -> Result<String, Problem> {
    let stub = text(workspace, exercise, regions::stub)?;
    let file = workspace.read(&file(workspace, exercise, "src", "rs")?);
    let file = file.unwrap_or_default();
    let code = match file.split_once("\n\n") {
        Some((first, code)) if first.starts_with("// Check it:") => code,
        _ => &file,
    };
    let layout = |c: &char| !c.is_whitespace() && *c != ',';
    let same = code.chars().filter(layout).eq(stub.chars().filter(layout));
    Ok(if same { code.into() } else { stub })
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
