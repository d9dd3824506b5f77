//! What is wrong with the book, and where.

use crate::text::count;
use std::fmt;
use std::path::{Path, PathBuf};

/// A line of a file, counted from 1. The file is relative to the workspace's root.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) file: PathBuf,
    pub(crate) line: usize,
}

impl Place {
    pub(crate) fn new(file: impl Into<PathBuf>, line: usize) -> Self {
        Place { file: file.into(), line }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}", shown(&self.file), self.line)
    }
}

/// One thing that is wrong: where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Problem {
    place: Option<Place>,
    what: String,
}

impl Problem {
    /// A problem whose place its caller knows: see [`Problem::seen_from`].
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Problem { place: None, what: what.into() }
    }

    pub(crate) fn at(
        file: impl Into<PathBuf>,
        line: usize,
        what: impl Into<String>,
    ) -> Self {
        Problem { place: Some(Place::new(file, line)), what: what.into() }
    }

    /// `1 problem`, `2 problems`.
    pub(crate) fn total(number: usize) -> String {
        count(number, "problem")
    }

    /// A directive at `place` met this problem. If the problem lies elsewhere, it names both.
    pub(crate) fn seen_from(mut self, place: &Place) -> Self {
        match &self.place {
            None => self.place = Some(place.clone()),
            Some(elsewhere) if elsewhere != place => {
                self.what = format!("{} (shown at {place})", self.what);
            }
            Some(_) => {}
        }
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match &self.place {
            Some(place) => write!(f, "{place}: {}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

impl std::error::Error for Problem {}

/// A path with `/`, whatever the system writes.
pub(crate) fn shown(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_without_a_place_gets_the_directives() {
        let problem =
            Problem::new("no such file").seen_from(&Place::new("book/a.md", 3));
        assert_eq!(problem.to_string(), "book/a.md:3: no such file");
    }

    #[test]
    fn a_problem_elsewhere_names_both_places() {
        let problem =
            Problem::at("x.snap", 7, "not JSON").seen_from(&Place::new("book/a.md", 3));
        assert_eq!(problem.to_string(), "x.snap:7: not JSON (shown at book/a.md:3)");
    }
}
