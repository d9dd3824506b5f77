//! Timelines: recorded runs, drawn by the package `timeline`, with the lines they come from.

use crate::directive::Program;
use crate::figure::{Figure, Shows, Snapshot};
use crate::problem::Problem;
use crate::sites::Sites;
use crate::workspace::Workspace;
use std::path::PathBuf;
use timeline::{Caption, Run};

/// Draws the pinned trace of a program.
pub(crate) fn draw(
    workspace: &Workspace,
    program: &Program,
    words: &str,
) -> Result<Figure, Problem> {
    let (file, run) = read(workspace, program)?;
    let id = id(program);
    let sites = Sites::of(workspace, program).locate(run.steps());
    let html = run.figure(&Caption { id: &id, words }, &sites);
    Ok(Figure::new("timeline", html, Shows::Snapshot(file)))
}

/// The lanes alone, as a picture that needs no page around it.
pub(crate) fn picture(
    workspace: &Workspace,
    program: &Program,
) -> Result<String, Problem> {
    Ok(read(workspace, program)?.1.picture())
}

/// What links to the figure name.
fn id(program: &Program) -> String {
    match program.name == program.chapter {
        true => format!("timeline-{}", program.name),
        false => format!(
            "timeline-{}-{}",
            &program.chapter[..2.min(program.chapter.len())],
            program.name
        ),
    }
}

/// The recorded run of a program, and the file it comes from.
fn read(workspace: &Workspace, program: &Program) -> Result<(PathBuf, Run), Problem> {
    let trace = Program {
        chapter: program.chapter.clone(),
        name: format!("{}.trace", program.name),
    };
    let Snapshot { file, text, first_line } = Snapshot::read(workspace, &trace)?;
    let run = Run::read(&text, first_line)
        .map_err(|error| Problem::at(&file, error.line, error.what))?;
    Ok((file, run))
}
