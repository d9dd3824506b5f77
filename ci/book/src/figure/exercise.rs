use super::{Figure, Shows, listing};
use crate::directive::Name;
use crate::fences;
use crate::problem::{Problem, shown};
use crate::text::{did_you_mean, fence};
use crate::workspace::Workspace;
use exercises::hints;
use exercises::regions::{self, RegionError};
use std::path::PathBuf;

/// What the reader starts from, the command that checks it, and the hints, each folded.
pub(super) fn exercise(workspace: &Workspace, name: &Name) -> Result<Figure, Problem> {
    let exercise = Exercise::find(workspace, name)?;
    let stub = listing::whole(&exercise.file("src", "rs"), &exercise.stub()?);
    let command = fence(
        "console",
        &format!("$ cargo test -p ex{} {}", name.chapter, name.exercise),
    );
    let file = exercise.file("hints", "md");
    let text = workspace.read(&file)?;
    let hints = hints::steps(&text).into_iter().zip(1..);
    let hints: String = hints
        .map(|(hint, number)| folded("hint", &format!("Hint {number}"), hint))
        .collect();
    let html = format!(
        "<section class=\"exercise\" id=\"exercise-{}\">\n\n{stub}\n{command}\n{hints}</section>\n",
        name.exercise
    );
    let mut figure = Figure::new("exercise", html, Shows::Nothing);
    figure.problems = fences::loose_rust(&file, &text);
    Ok(figure)
}

/// The solution, folded.
pub(super) fn solution(workspace: &Workspace, name: &Name) -> Result<Figure, Problem> {
    let exercise = Exercise::find(workspace, name)?;
    let solution = exercise.text(regions::solution)?;
    let listing = listing::whole(&exercise.file("solutions", "rs"), &solution);
    let summary = format!("Solution: <code>{}</code>", name.exercise);
    let html = folded("solution", &summary, &listing);
    Ok(Figure::new("solution", html, Shows::Nothing))
}

fn folded(class: &str, summary: &str, markdown: &str) -> String {
    let markdown = markdown.trim();
    format!(
        "<details class=\"{class}\">\n<summary>{summary}</summary>\n\n{markdown}\n\n</details>\n\n"
    )
}

/// The files of one exercise.
struct Exercise<'a> {
    workspace: &'a Workspace,
    folder: PathBuf,
    name: &'a str,
}

impl<'a> Exercise<'a> {
    fn find(workspace: &'a Workspace, name: &'a Name) -> Result<Self, Problem> {
        let folder = workspace.chapter(&name.chapter)?.join("exercises");
        let exercise = Exercise { workspace, folder, name: &name.exercise };
        let solution = exercise.file("solutions", "rs");
        if workspace.join(&solution).is_file() {
            return Ok(exercise);
        }
        let names = workspace.names(&exercise.folder.join("solutions"), "rs");
        let hint = did_you_mean(&name.exercise, names);
        Err(Problem::new(format!(
            "no exercise `{}` in {}{hint}: there is no {}",
            name.exercise,
            name.chapter,
            shown(&solution)
        )))
    }

    fn file(&self, folder: &str, extension: &str) -> PathBuf {
        self.folder.join(folder).join(format!("{}.{extension}", self.name))
    }

    /// One of the two texts that the solution's file holds.
    fn text(
        &self,
        text: fn(&str) -> Result<String, RegionError>,
    ) -> Result<String, Problem> {
        let file = self.file("solutions", "rs");
        text(&self.workspace.read(&file)?)
            .map_err(|error| Problem::at(file, error.line, error.problem.to_string()))
    }

    /// The stub as the solution makes it: the reader may have filled in the file itself. Until
    /// then that is the same, but laid out by rustfmt.
    fn stub(&self) -> Result<String, Problem> {
        let stub = self.text(regions::stub)?;
        let file = self.workspace.read(&self.file("src", "rs")).unwrap_or_default();
        let code = match file.split_once("\n\n") {
            Some((first, code)) if first.starts_with("// Check it:") => code,
            _ => &file,
        };
        let text = |c: &char| !c.is_whitespace() && *c != ',';
        let same = code.chars().filter(text).eq(stub.chars().filter(text));
        Ok(if same { code.into() } else { stub })
    }
}
