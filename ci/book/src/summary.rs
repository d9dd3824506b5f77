//! The table of contents.

use crate::problem::{Problem, shown};
use crate::text::line_of;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use mdbook_summary::{Link, Summary, SummaryItem, parse_summary};
use std::fs;
use std::path::{Path, PathBuf};

/// Reads SUMMARY.md in the folder `source`. A page that is not there is a problem, but does not
/// keep the others from being built.
pub(crate) fn read(
    workspace: &Workspace,
    source: &Path,
) -> Result<(Summary, Vec<Problem>)> {
    let file = source.join("SUMMARY.md");
    let text = fs::read_to_string(workspace.join(&file))
        .with_context(|| format!("cannot read {}", shown(&file)))?;
    let mut summary = parse_summary(&text).with_context(|| shown(&file))?;
    let mut problems = Vec::new();
    let mut drop_if_missing = |link: &mut Link| {
        let there = |page: &PathBuf| workspace.join(source).join(page).is_file();
        if let Some(page) = link.location.take_if(|page| !there(page)) {
            let line = text.find(&shown(&page)).map_or(1, |at| line_of(&text, at));
            let what = format!("no page {}", shown(&source.join(page)));
            problems.push(Problem::at(&file, line, what));
        }
    };
    for_each(&mut summary.prefix_chapters, &mut drop_if_missing);
    for_each(&mut summary.numbered_chapters, &mut drop_if_missing);
    for_each(&mut summary.suffix_chapters, &mut drop_if_missing);
    Ok((summary, problems))
}

/// Every entry, however deep.
fn for_each(items: &mut [SummaryItem], visit: &mut impl FnMut(&mut Link)) {
    for item in items {
        if let SummaryItem::Link(link) = item {
            visit(link);
            for_each(&mut link.nested_items, visit);
        }
    }
}
