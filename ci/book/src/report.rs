//! What came to light while the pages were expanded.

use crate::check::Shown;
use crate::figure::{Figure, Shows};
use crate::problem::{Place, Problem};
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(Default)]
pub(crate) struct Report {
    pub(crate) problems: Vec<Problem>,
    /// Which lines of which source files the book shows.
    pub(crate) shown: Shown,
    /// The snapshots that pages show, and where.
    pub(crate) snapshots: Vec<(PathBuf, Place)>,
    /// The sources of the diagrams, by the names of their drawings.
    pub(crate) diagrams: BTreeMap<String, String>,
    /// How many there are of what: pages, listings, timelines.
    counts: BTreeMap<&'static str, usize>,
}

impl Report {
    pub(crate) fn count(&mut self, thing: &'static str, more: usize) {
        *self.counts.entry(thing).or_default() += more;
    }

    pub(crate) fn counted(&self, thing: &'static str) -> usize {
        self.counts.get(thing).copied().unwrap_or(0)
    }

    /// Takes down what a figure at `place` shows.
    pub(crate) fn add(&mut self, figure: &Figure, place: &Place) {
        self.count(figure.kind, 1);
        self.problems.extend(figure.problems.iter().cloned());
        match &figure.shows {
            Shows::Lines(file, lines) => {
                self.shown.entry(file.clone()).or_default().extend(lines);
            }
            Shows::Snapshot(file) => self.snapshots.push((file.clone(), place.clone())),
            Shows::Nothing => {}
        }
    }
}
