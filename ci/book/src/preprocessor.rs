//! The preprocessor that book.toml calls `gather`. It runs in our own process, or in one that
//! stock mdBook starts.

use crate::page;
use crate::print;
use crate::problem::Problem;
use crate::report::Report;
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use mdbook_preprocessor::book::{Book, Chapter};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext, parse_input};
use std::cell::RefCell;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;

/// Expands the directives of every page, and leaves in `report` what it found.
pub(crate) struct Gather {
    pub(crate) report: Rc<RefCell<Report>>,
}

impl Preprocessor for Gather {
    fn name(&self) -> &str {
        "gather"
    }

    fn supports_renderer(&self, renderer: &str) -> Result<bool> {
        Ok(supports(renderer))
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let workspace = Workspace::at(&context.root);
        let mut report = self.report.borrow_mut();
        book.for_each_chapter_mut(|chapter| {
            context.chapter_titles.borrow_mut().extend(title(context, chapter));
            if let Some(path) = &chapter.source_path {
                let file = context.config.book.src.join(path);
                let pages = &context.config.book.src;
                chapter.content = page::expand(
                    &workspace,
                    pages,
                    &file,
                    &chapter.content,
                    &mut report,
                );
            }
        });
        Ok(book)
    }
}

/// What the browser's tab says of a page. Every chapter has a recap: the tab says of which.
fn title(context: &PreprocessorContext, page: &Chapter) -> Option<(PathBuf, String)> {
    let book = context.config.book.title.as_ref();
    let name = Some(&page.name).filter(|name| Some(*name) != book);
    let names = name.into_iter().chain(page.parent_names.last()).chain(book);
    let names: Vec<_> = names.map(String::as_str).collect();
    Some((page.path.clone()?, names.join(" - ")))
}

/// Listings and timelines are HTML.
pub(crate) fn supports(renderer: &str) -> bool {
    renderer == "html"
}

/// Answers stock mdBook: reads the book from standard input, writes it to standard output.
pub(crate) fn answer() -> Result<()> {
    let (context, book) = parse_input(io::stdin())?;
    let gather = Gather { report: Rc::default() };
    let book = gather.run(&context, book)?;
    let report = gather.report.borrow();
    match print::problems(&report.problems) {
        0 => Ok(serde_json::to_writer(io::stdout(), &book)?),
        n => bail!("{}", Problem::total(n)),
    }
}
