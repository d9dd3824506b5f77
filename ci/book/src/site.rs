//! Builds the book with mdBook.

use crate::finish::Finished;
use crate::laboratory;
use crate::mdbook_log;
use crate::offline;
use crate::panics;
use crate::preprocessor::Gather;
use crate::report::Report;
use crate::summary;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use mdbook_summary::Summary;
use proc_macro2::extra::invalidate_current_thread_spans;
use std::cell::RefCell;
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
    let mut config =
        Config::from_disk(workspace.join("book.toml")).context("book.toml")?;
    config.update_from_env()?; // as stock mdBook does: MDBOOK_OUTPUT__HTML__SITE_URL and the like
    if let Some(folder) = folder {
        config.build.build_dir = folder.to_path_buf();
    }
    let source = config.book.src.clone();
    let title = config.book.title.clone().unwrap_or_default();
    let site_url = config.get::<String>("output.html.site-url")?;
    let (summary, problems) = summary::read(workspace, &source)?;
    let report = Rc::new(RefCell::new(Report::default()));
    let build = || run(workspace, config, summary, Rc::clone(&report));
    let (book, complaints) = mdbook_log::listen(build);
    // The listings are cut. A server that builds for days must not keep what they were cut from.
    invalidate_current_thread_spans();
    let book = book?;
    let mut report = report.take();
    let pages = pages(&book, &source);
    report.problems.extend(problems);
    report.problems.extend(complaints.into_iter().map(|c| c.located(&pages)));
    let folder = book.build_dir_for("html");
    Finished { folder: &folder, title: &title, site_url: site_url.as_deref() }
        .touch_up()?;
    laboratory::put_into(workspace, &folder)?;
    offline::put_into(&folder)?;
    Ok(Site { folder, source, pages, report })
}

/// mdBook may panic on input that it does not expect. That is no reason to stop serving.
fn run(
    workspace: &Workspace,
    config: Config,
    summary: Summary,
    report: Rc<RefCell<Report>>,
) -> Result<MDBook> {
    let build = || {
        let root = workspace.root();
        let mut book = MDBook::load_with_config_and_summary(root, config, summary)?;
        book.with_preprocessor(Gather { report });
        book.build().map(|()| book)
    };
    panics::caught(build).unwrap_or_else(|panic| Err(panic.context("mdBook gave up")))
}

fn pages(book: &MDBook, source: &Path) -> Vec<Page> {
    let page = |chapter: &mdbook_driver::book::Chapter| {
        let path = chapter.source_path.clone()?;
        Some(Page { file: source.join(&path), path, markdown: chapter.content.clone() })
    };
    book.book.chapters().filter_map(page).collect()
}
