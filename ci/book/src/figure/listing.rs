use super::{Figure, Shows, doc_examples, figure};
use crate::directive::Source;
use crate::excerpt::{Excerpt, Piece};
use crate::problem::{Problem, shown};
use crate::text::{escape, fence};
use crate::workspace::Workspace;
use std::path::Path;

/// A Rust file, or items of it.
pub(super) fn rust(workspace: &Workspace, source: &Source) -> Result<Figure, Problem> {
    let excerpt = excerpt(workspace, source, crate::rust::cut)?;
    let (kept, examples) = doc_examples::apart(&excerpt.code());
    let body = code(&kept) + &folded(&examples);
    let html = figure("listing", &caption(&excerpt), &body);
    let lines = excerpt.lines();
    Ok(Figure::new("listing", html, Shows::Lines(excerpt.file, lines)))
}

/// The examples of the documentation, below the code that they are about.
fn folded(examples: &str) -> String {
    if examples.is_empty() {
        return String::new();
    }
    format!(
        "\n<details class=\"doc-example\">\n<summary>As used in the documentation</summary>\n\n\
         {}\n</details>\n",
        code(examples)
    )
}

/// A Python file, or definitions in it.
pub(super) fn python(
    workspace: &Workspace,
    source: &Source,
) -> Result<Figure, Problem> {
    let excerpt = excerpt(workspace, source, crate::python::cut)?;
    let code = fence("python", &excerpt.code());
    let html = figure("listing python", &caption(&excerpt), &code);
    Ok(Figure::new("listing", html, Shows::Nothing))
}

/// Rust that was not cut by name, as a listing.
pub(super) fn whole(file: &Path, text: &str) -> String {
    figure("listing", &path(file), &code(text))
}

/// Rust as Markdown.
pub(super) fn code(text: &str) -> String {
    fence("rust", &without_hidden_lines(text))
}

/// The caption of a whole file.
pub(super) fn path(file: &Path) -> String {
    format!("<span class=\"listing-path\">{}</span>", escape(&shown(file)))
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
    let excerpt = Excerpt { file, text, pieces, names: source.items.clone() };
    match excerpt.doubled() {
        None => Ok(excerpt),
        Some(line) => Err(Problem::new(format!(
            "this shows line {line} of {} twice: an item and a part of it",
            shown(&excerpt.file)
        ))),
    }
}

fn caption(excerpt: &Excerpt) -> String {
    if excerpt.names.is_empty() {
        return path(&excerpt.file);
    }
    let names = escape(&worth_naming(&excerpt.names).join(", "));
    let path = escape(&excerpt.path_and_lines());
    format!(
        "<span class=\"listing-item\">{names}</span> <span class=\"listing-path\">{path}</span>"
    )
}

/// The header and the `use` lines need no name beside an item that has one.
fn worth_naming(names: &[String]) -> Vec<&str> {
    let plain = |name: &&str| !["//!", "use", "mod"].contains(name);
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let items: Vec<_> = names.iter().copied().filter(plain).collect();
    if items.is_empty() { names } else { items }
}

/// mdBook hides a line that begins with `# `. Doubled, the `#` stays, and so does the line.
fn without_hidden_lines(code: &str) -> String {
    let lines = code.lines().map(|line| {
        let text = line.trim_start();
        let special = text == "#" || text.starts_with("# ") || text.starts_with("##");
        let hash = if special { "#" } else { "" };
        format!("{}{hash}{text}", &line[..line.len() - text.len()])
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
