use super::figure;
use crate::directive::Source;
use crate::excerpt::{Excerpt, Piece};
use crate::problem::{Problem, shown};
use crate::text::{escape, fence};
use crate::workspace::Workspace;
use std::path::Path;

/// A Rust file, or items of it.
pub(crate) fn rust(
    workspace: &Workspace,
    source: &Source,
) -> Result<(String, Excerpt), Problem> {
    let excerpt = excerpt(workspace, source, crate::rust::cut)?;
    let code = fence("rust", &without_hidden_lines(&excerpt.code()));
    Ok((figure("listing", &caption(&excerpt), &code), excerpt))
}

/// A Python file, or definitions in it.
pub(crate) fn python(
    workspace: &Workspace,
    source: &Source,
) -> Result<String, Problem> {
    let excerpt = excerpt(workspace, source, crate::python::cut)?;
    let code = fence("python", &excerpt.code());
    Ok(figure("listing python", &caption(&excerpt), &code))
}

/// Rust that was not cut by name: an exercise, a compile-fail case.
pub(super) fn plain(file: &Path, code: &str) -> String {
    let caption = format!("<span class=\"listing-path\">{}</span>", shown(file));
    let code = fence("rust", &without_hidden_lines(code));
    figure("listing", &caption, &code)
}

type Cut = fn(&Path, &str, &[String]) -> Result<Vec<Piece>, Problem>;

fn excerpt(
    workspace: &Workspace,
    source: &Source,
    cut: Cut,
) -> Result<Excerpt, Problem> {
    let file = workspace.in_chapters(&source.path)?;
    let text = workspace.read(&file)?;
    let pieces = match source.items.as_slice() {
        [] => vec![Piece::from(1..=text.trim_end().lines().count())],
        items => cut(&file, &text, items)?,
    };
    Ok(Excerpt { file, text, pieces, names: source.items.clone() })
}

fn caption(excerpt: &Excerpt) -> String {
    let path = escape(&excerpt.path_and_lines());
    let path = format!("<span class=\"listing-path\">{path}</span>");
    if excerpt.names.is_empty() {
        return path;
    }
    let names = escape(&excerpt.names.join(", "));
    format!("<span class=\"listing-item\">{names}</span> {path}")
}

/// mdBook hides a line that begins with `# `. Doubled, the `#` stays, and so does the line.
pub(super) fn without_hidden_lines(code: &str) -> String {
    let lines = code.lines().map(|line| {
        let text = line.trim_start();
        let at = line.len() - text.len();
        let special = text == "#" || text.starts_with("# ") || text.starts_with("##");
        let hash = if special { "#" } else { "" };
        format!("{}{hash}{text}", &line[..at])
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_mdbook_would_hide_are_kept() {
        let code = "let s = r\"\n# a\n#\n  ## b\n#[c]\n\";";
        assert_eq!(
            without_hidden_lines(code),
            "let s = r\"\n## a\n##\n  ### b\n#[c]\n\";"
        );
    }
}
