//! Builds the book with mdBook.

use crate::mdbook_log;
use crate::mermaid;
use crate::preprocessor::Gather;
use crate::problem::{Problem, shown};
use crate::report::Report;
use crate::text::line_of;
use crate::workspace::Workspace;
use anyhow::{Context, Result, anyhow};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use mdbook_summary::{Link, Summary, SummaryItem, parse_summary};
use std::cell::RefCell;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// A book that has been built. `report` says what is wrong with it.
pub(crate) struct Site {
    pub(crate) folder: PathBuf,
    /// The folder of the pages, relative to the workspace's root.
    pub(crate) source: PathBuf,
    pub(crate) pages: Vec<Page>,
    pub(crate) report: Report,
}

/// A page as it was written.
pub(crate) struct Page {
    /// Relative to the workspace's root.
    pub(crate) file: PathBuf,
    /// Relative to the folder of the pages.
    pub(crate) path: PathBuf,
    pub(crate) markdown: String,
}

/// Builds the book into `folder`, or where book.toml says.
pub(crate) fn build(workspace: &Workspace, folder: Option<&Path>) -> Result<Site> {
    let mut config = Config::from_disk(workspace.join("book.toml"))?;
    if let Some(folder) = folder {
        config.build.build_dir = folder.to_path_buf();
    }
    let report = Rc::new(RefCell::new(Report::default()));
    let source = config.book.src.clone();
    let summary = summary(workspace, &source, &mut report.borrow_mut())?;
    let (book, mut complaints) =
        mdbook_log::listen(|| run(workspace, config, summary, Rc::clone(&report)));
    let book = book?;
    let pages = pages(&book, &source);
    let folder = book.build_dir_for("html");
    drop(book);
    let mut report = report.take();
    let located = complaints.drain(..).map(|complaint| complaint.located(&pages));
    report.problems.extend(located);
    if report.diagrams > 0 {
        mermaid::put_into(&folder)?;
    }
    Ok(Site { folder, source, pages, report })
}

/// mdBook may panic on input that it does not expect. That is no reason for us to stop serving.
fn run(
    workspace: &Workspace,
    config: Config,
    summary: Summary,
    report: Rc<RefCell<Report>>,
) -> Result<MDBook> {
    let build = || {
        let mut book =
            MDBook::load_with_config_and_summary(workspace.root(), config, summary)?;
        book.with_preprocessor(Gather { report });
        book.build().map(|()| book)
    };
    catch_unwind(AssertUnwindSafe(build)).unwrap_or_else(|panic| {
        let message = panic.downcast_ref::<String>().map(String::as_str);
        let message = message.or(panic.downcast_ref::<&str>().copied());
        Err(anyhow!("mdBook gave up: {}", message.unwrap_or("it panicked")))
    })
}

/// The table of contents. A page that is not there is a problem, but does not keep the others
/// from being built.
fn summary(
    workspace: &Workspace,
    source: &Path,
    report: &mut Report,
) -> Result<Summary> {
    let file = source.join("SUMMARY.md");
    let text = fs::read_to_string(workspace.join(&file))
        .with_context(|| format!("cannot read {}", shown(&file)))?;
    let mut summary = parse_summary(&text).with_context(|| shown(&file))?;
    let parts = [
        &mut summary.prefix_chapters,
        &mut summary.numbered_chapters,
        &mut summary.suffix_chapters,
    ];
    let mut links: Vec<&mut Link> =
        parts.into_iter().flatten().filter_map(as_link).collect();
    while let Some(link) = links.pop() {
        if let Some(page) =
            link.location.take_if(|l| !workspace.join(source).join(l).is_file())
        {
            let name = shown(&page);
            let line = text.find(&name).map_or(1, |at| line_of(&text, at));
            let what = format!("no page {}", shown(&source.join(page)));
            report.problems.push(Problem::at(&file, line, what));
        }
        links.extend(link.nested_items.iter_mut().filter_map(as_link));
    }
    Ok(summary)
}

fn as_link(item: &mut SummaryItem) -> Option<&mut Link> {
    match item {
        SummaryItem::Link(link) => Some(link),
        _ => None,
    }
}

fn pages(book: &MDBook, source: &Path) -> Vec<Page> {
    let page = |chapter: &mdbook_driver::book::Chapter| {
        let path = chapter.source_path.clone()?;
        Some(Page { file: source.join(&path), path, markdown: chapter.content.clone() })
    };
    book.book.chapters().filter_map(page).collect()
}
