//! The code blocks that a page has itself.

use crate::problem::Problem;
use crate::text::{dedent, line_of};
use mdbook_markdown::pulldown_cmark::{CodeBlockKind, Event, Tag};
use mdbook_markdown::{MarkdownOptions, new_cmark_parser};
use std::ops::Range;
use std::path::Path;

/// Rust on a page is cut from a crate, so that it is compiled and tested. Finds what is not.
pub(crate) fn loose_rust(file: &Path, markdown: &str) -> Vec<Problem> {
    let problem = |at| {
        let what =
            "Rust that no compiler sees: put it into a crate, cut it with {{#listing}}";
        Problem::at(file, line_of(markdown, at), what)
    };
    blocks(markdown)
        .filter(
            |(kind, _)| matches!(kind, CodeBlockKind::Fenced(info) if is_rust(info)),
        )
        .map(|(_, range)| problem(range.start))
        .collect()
}

/// Where the code blocks are: a directive in there is an example of one.
pub(crate) fn ranges(markdown: &str) -> Vec<Range<usize>> {
    blocks(markdown).map(|(_, range)| range).collect()
}

/// The blocks of mermaid, which draws diagrams: where each is, and its source.
pub(crate) fn diagrams(markdown: &str) -> Vec<(Range<usize>, String)> {
    let is_mermaid = |kind: &CodeBlockKind| matches!(kind, CodeBlockKind::Fenced(info) if info.trim() == "mermaid");
    let source = |range: &Range<usize>| {
        let lines: Vec<_> = markdown[range.clone()].trim_end().lines().collect();
        dedent(&lines[1..lines.len().max(2) - 1].join("\n"))
    };
    let found = blocks(markdown).filter(|(kind, _)| is_mermaid(kind));
    found.map(|(_, range)| (range.clone(), source(&range))).collect()
}

fn is_rust(info: &str) -> bool {
    let language = info.split([',', ' ']).next().unwrap_or("");
    ["rust", "rs"].contains(&language.to_lowercase().as_str())
}

fn blocks(markdown: &str) -> impl Iterator<Item = (CodeBlockKind<'_>, Range<usize>)> {
    let events = new_cmark_parser(markdown, &MarkdownOptions::default());
    events.into_offset_iter().filter_map(|(event, range)| match event {
        Event::Start(Tag::CodeBlock(kind)) => Some((kind, range)),
        _ => None,
    })
}
