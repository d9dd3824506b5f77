use super::{figure, listing::without_hidden_lines};
use crate::problem::{Problem, shown};
use crate::text::{escape, fence};
use crate::workspace::Workspace;

/// Code that does not compile, and what the compiler says to it.
pub(crate) fn compile_error(
    workspace: &Workspace,
    path: &str,
) -> Result<String, Problem> {
    let file = workspace.in_chapters(path)?;
    let case = workspace.read(&file)?;
    let answer = file.with_extension("stderr");
    if !workspace.join(&answer).is_file() {
        return Err(Problem::new(format!(
            "no {}: run `TRYBUILD=overwrite cargo test` in this chapter and read what it wrote",
            shown(&answer)
        )));
    }
    let message = workspace.read(&answer)?;
    let caption =
        format!("<span class=\"listing-path\">{}</span>", escape(&shown(&file)));
    let body = format!(
        "{}\n<div class=\"compiler-message\">\n\n{}\n</div>\n",
        fence("rust", &without_hidden_lines(&case)),
        fence("text", &message)
    );
    Ok(figure("compile-error", &caption, &body))
}
