use super::{Figure, Shows, figure, listing};
use crate::problem::{Problem, shown};
use crate::text::fence;
use crate::workspace::Workspace;

/// Code that does not compile, and what the compiler says to it.
pub(super) fn compile_error(
    workspace: &Workspace,
    path: &str,
) -> Result<Figure, Problem> {
    let file = workspace.in_chapters(path)?;
    let case = workspace.read(&file)?;
    let answer = file.with_extension("stderr");
    if !workspace.join(&answer).is_file() {
        return Err(Problem::new(format!(
            "no {}: run `TRYBUILD=overwrite cargo test` in this chapter, and read what it wrote",
            shown(&answer)
        )));
    }
    let message = workspace.read(&answer)?;
    let body = format!(
        "{}\n<div class=\"compiler-message\">\n\n{}\n</div>\n",
        listing::code(&case),
        fence("text", &message)
    );
    let html = figure("compile-error", &listing::path(&file), &body);
    Ok(Figure::new("compile error", html, Shows::Nothing))
}
