//! mermaid.min.js, which draws the diagrams. `assets/diagrams.js` loads it on pages that have one.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The build script finds it in the package mdbook-mermaid.
const SCRIPT: &[u8] = include_bytes!(env!("MERMAID_JS"));
const NAME: &str = "mermaid.min.js";

/// How many diagrams a page has once mdbook-mermaid has run.
pub(crate) fn count(markdown: &str) -> usize {
    markdown.matches("<pre class=\"mermaid\">").count()
}

/// Adds the script to a finished book.
pub(crate) fn put_into(book: &Path) -> Result<()> {
    let file = book.join(NAME);
    fs::write(&file, SCRIPT).with_context(|| format!("cannot write {}", file.display()))
}

/// Stock mdBook empties its output folder after the preprocessors have run, then copies what lies
/// beside the pages: so there the script must lie.
pub(crate) fn put_beside_pages(pages: &Path) -> Result<()> {
    let there = fs::metadata(pages.join(NAME)).map(|file| file.len());
    // Written again, it would make `mdbook serve` build for ever.
    match there {
        Ok(length) if length == SCRIPT.len() as u64 => Ok(()),
        _ => put_into(pages),
    }
}
