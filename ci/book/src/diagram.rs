//! Diagrams: `mermaid` blocks, drawn once by `cargo book draw`, and kept. A page gets the drawing,
//! so that no reader has to load what draws.
//!
//! A drawing's name ends with a hash of its source: one that is not up to date is not found.

use crate::browser;
use crate::figure::{Figure, Shows};
use crate::problem::{Problem, shown};
use crate::site;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Where drawings are kept, below the folder of the pages.
const FOLDER: &str = "images/diagrams";

/// What draws them, in a browser that nobody sees.
const SCRIPT: &str = "draw.mjs";

/// The figure that a `mermaid` block stands for.
pub(crate) fn figure(
    workspace: &Workspace,
    pages: &Path,
    source: &str,
) -> Result<Figure, Problem> {
    let name = name(source)?;
    let file = file(pages, &name);
    if !workspace.join(&file).is_file() {
        let what = format!("no {}: run `cargo book draw`", shown(&file));
        return Err(Problem::new(what));
    }
    // A blank line would end the HTML in the midst of it.
    let svg = workspace.read(&file)?;
    let lines = svg.lines().filter(|line| !line.trim().is_empty());
    let html = format!(
        "<div class=\"diagram\" data-drawing=\"{name}\">{}</div>\n",
        lines.collect::<String>()
    );
    Ok(Figure::new("diagram", html, Shows::Nothing))
}

/// A name that says what the drawing shows, and of which source.
pub(crate) fn name(source: &str) -> Result<String, Problem> {
    let line = |key: &str| {
        let found = source.lines().find_map(|line| line.trim().strip_prefix(key));
        found.map(|text| text.trim_start_matches(':').trim().to_string())
    };
    match (line("accTitle"), line("accDescr")) {
        (Some(title), Some(_)) => Ok(format!("{}-{:08x}", slug(&title), hash(source))),
        _ => Err(Problem::new(
            "a diagram needs `accTitle: …`, which names it, and `accDescr: …`, which says in words what it shows",
        )),
    }
}

/// Draws what is missing, and removes what no page asks for. Says how many of each.
pub(crate) fn draw(workspace: &Workspace) -> Result<(usize, usize)> {
    let aside = tempfile::tempdir().context("no room for a trial build")?;
    let site = site::build(workspace, Some(aside.path()))?;
    let mut wanted = site.report.diagrams;
    let unused = unused(workspace, &site.source, &wanted);
    for file in &unused {
        fs::remove_file(workspace.join(file)).with_context(|| shown(file))?;
    }
    wanted.retain(|name, _| !workspace.join(file(&site.source, name)).is_file());
    for (name, svg) in run(workspace, &wanted)? {
        let file = workspace.join(file(&site.source, &name));
        fs::create_dir_all(file.parent().unwrap_or(workspace.root()))?;
        fs::write(&file, svg)
            .with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok((wanted.len(), unused.len()))
}

/// The drawings of sources that no page has any more.
pub(crate) fn unused(
    workspace: &Workspace,
    pages: &Path,
    wanted: &BTreeMap<String, String>,
) -> Vec<PathBuf> {
    let files = workspace.list(&pages.join(FOLDER)).into_iter();
    let wanted = |path: &PathBuf| wanted.keys().any(|name| file(pages, name) == *path);
    files.filter(|path| !wanted(path)).collect()
}

#[derive(Serialize)]
struct Order<'a> {
    /// mermaid's own script; the build script found it in the package mdbook-mermaid.
    mermaid: &'static str,
    /// The sources, by name.
    diagrams: &'a BTreeMap<String, String>,
}

/// Has the browser draw. The drawings come back by name.
fn run(
    workspace: &Workspace,
    diagrams: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>> {
    if diagrams.is_empty() {
        return Ok(BTreeMap::new());
    }
    let order = serde_json::to_vec(&Order { mermaid: env!("MERMAID_JS"), diagrams })?;
    let drawings = browser::run(workspace, SCRIPT, &[], &order)?;
    serde_json::from_slice(&drawings).context(SCRIPT)
}

fn file(pages: &Path, name: &str) -> PathBuf {
    pages.join(FOLDER).join(format!("{name}.svg"))
}

/// `Who owns whom?` as `who-owns-whom`.
fn slug(title: &str) -> String {
    let title = title.to_lowercase();
    let words = title.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// FNV-1a: short, and the same everywhere.
pub(crate) fn hash(text: &str) -> u32 {
    let bytes = text.trim().bytes();
    bytes.fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_is_drawn_and_changes_with_the_source() {
        let source =
            "graph LR\n  accTitle: Who owns whom?\n  accDescr: a owns b\n  a-->b";
        assert_eq!(name(source).unwrap(), "who-owns-whom-b2fd2740");
        assert_eq!(name(&format!("{source}\n")).unwrap(), name(source).unwrap());
        assert_ne!(
            name(&source.replace("a-->b", "b-->a")).unwrap(),
            name(source).unwrap()
        );
    }

    #[test]
    fn a_diagram_without_words_is_refused() {
        let problem = name("graph LR\n  a-->b").unwrap_err().to_string();
        assert!(problem.contains("needs `accTitle"), "{problem}");
    }
}
