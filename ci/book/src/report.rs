//! What came to light while the pages were expanded.

use crate::check::Shown;
use crate::excerpt::Excerpt;
use crate::problem::{Place, Problem};
use std::path::PathBuf;

#[derive(Default)]
pub(crate) struct Report {
    pub(crate) problems: Vec<Problem>,
    /// Which lines of which source files the book shows.
    pub(crate) shown: Shown,
    /// The snapshots that pages show, and where.
    pub(crate) snapshots: Vec<(PathBuf, Place)>,
    pub(crate) pages: usize,
    pub(crate) listings: usize,
    pub(crate) outputs: usize,
    pub(crate) compile_errors: usize,
    pub(crate) timelines: usize,
    pub(crate) exercises: usize,
    pub(crate) diagrams: usize,
}

impl Report {
    pub(crate) fn show(&mut self, excerpt: &Excerpt) {
        let lines = self.shown.entry(excerpt.file.clone()).or_default();
        lines.extend(excerpt.lines());
    }
}
