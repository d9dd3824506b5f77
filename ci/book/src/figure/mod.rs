//! The HTML that stands in a page where a directive stood.

mod compile_error;
mod exercise;
mod listing;
mod output;

pub(crate) use compile_error::compile_error;
pub(crate) use exercise::{exercise, hints_file, solution};
pub(crate) use listing::{python, rust};
pub(crate) use output::{output, snapshot};

/// A figure with its caption above. `body` is Markdown: blank lines keep it so.
fn figure(class: &str, caption: &str, body: &str) -> String {
    format!(
        "<figure class=\"{class}\">\n<figcaption>{caption}</figcaption>\n\n{body}\n</figure>\n"
    )
}
