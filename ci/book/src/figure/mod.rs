//! What stands in a page where a directive stood.

mod compile_error;
mod doc_examples;
mod exercise;
mod lab;
mod listing;
mod output;
mod snapshot;

use crate::directive::Subject;
use crate::problem::Problem;
use crate::timeline;
use crate::workspace::Workspace;
use std::collections::BTreeSet;
use std::path::PathBuf;

pub(crate) use snapshot::Snapshot;

/// A figure, and what it proves.
pub(crate) struct Figure {
    /// What it is, for counting.
    pub(crate) kind: &'static str,
    /// HTML, with Markdown in it where blank lines stand around that.
    pub(crate) html: String,
    pub(crate) shows: Shows,
    /// What is wrong, although there is a figure.
    pub(crate) problems: Vec<Problem>,
}

/// Where the text of a figure comes from.
pub(crate) enum Shows {
    /// These lines of a source file.
    Lines(PathBuf, BTreeSet<usize>),
    /// What a program printed.
    Snapshot(PathBuf),
    /// Something that need not be accounted for.
    Nothing,
}

impl Figure {
    /// Makes the figure that a directive asks for.
    pub(crate) fn of(
        workspace: &Workspace,
        subject: &Subject,
    ) -> Result<Self, Problem> {
        match subject {
            Subject::Listing(source) => listing::rust(workspace, source),
            Subject::Python(source) => listing::python(workspace, source),
            Subject::Output(program) => output::output(workspace, program),
            Subject::CompileError(path) => {
                compile_error::compile_error(workspace, path)
            }
            Subject::Timeline(program, caption) => {
                timeline::draw(workspace, program, caption)
            }
            Subject::Lab(program, words) => lab::lab(workspace, program, words),
            Subject::Exercise(name) => exercise::exercise(workspace, name),
            Subject::Solution(name) => exercise::solution(workspace, name),
        }
    }

    pub(crate) fn new(kind: &'static str, html: String, shows: Shows) -> Self {
        Figure { kind, html, shows, problems: Vec::new() }
    }
}

/// A figure with its caption above. `body` is Markdown: blank lines keep it so.
fn figure(class: &str, caption: &str, body: &str) -> String {
    format!(
        "<figure class=\"{class}\">\n<figcaption>{caption}</figcaption>\n\n{body}\n</figure>\n"
    )
}
