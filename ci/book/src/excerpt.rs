//! Lines cut out of a file.

use crate::problem::shown;
use crate::text::dedent;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::PathBuf;

/// Line numbers, from 1.
pub(crate) type Lines = RangeInclusive<usize>;

/// One piece of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) lines: Lines,
    /// Lines that need not be shown once this piece is: `impl … {` around a method, and its `}`.
    pub(crate) shell: Vec<Lines>,
}

impl From<Lines> for Piece {
    fn from(lines: Lines) -> Self {
        Piece { lines, shell: Vec::new() }
    }
}

/// Pieces of one file, in the order in which they are shown.
pub(crate) struct Excerpt {
    pub(crate) file: PathBuf,
    pub(crate) text: String,
    pub(crate) pieces: Vec<Piece>,
    /// What the pieces are called; empty for a whole file.
    pub(crate) names: Vec<String>,
}

impl Excerpt {
    /// The code, dedented. A gap between two pieces becomes one blank line.
    pub(crate) fn code(&self) -> String {
        let lines: Vec<_> = self.text.lines().collect();
        let cut =
            |range: &Lines| dedent(&lines[range.start() - 1..*range.end()].join("\n"));
        let mut code = String::new();
        let mut last = None;
        for Piece { lines: range, .. } in &self.pieces {
            match last {
                None => {}
                Some(end) if end + 1 == *range.start() => code += "\n",
                Some(_) => code += "\n\n",
            }
            code += &cut(range);
            last = Some(*range.end());
        }
        code
    }

    /// `chapters/01-generators/src/countdown.rs, lines 3–9, 12`.
    pub(crate) fn path_and_lines(&self) -> String {
        let path = shown(&self.file);
        if self.names.is_empty() {
            return path;
        }
        let ranges: Vec<_> = self
            .merged()
            .iter()
            .map(|lines| match lines.start() == lines.end() {
                true => lines.start().to_string(),
                false => format!("{}–{}", lines.start(), lines.end()),
            })
            .collect();
        let noun = match ranges.as_slice() {
            [one] if !one.contains('–') => "line",
            _ => "lines",
        };
        format!("{path}, {noun} {}", ranges.join(", "))
    }

    /// The pieces' lines, joined where nothing but blank lines stands between two.
    fn merged(&self) -> Vec<Lines> {
        let lines: Vec<_> = self.text.lines().collect();
        let touch = |end: usize, start: usize| {
            end < start
                && lines[end..start - 1].iter().all(|line| line.trim().is_empty())
        };
        let mut ranges: Vec<Lines> = Vec::new();
        for Piece { lines, .. } in &self.pieces {
            match ranges.last_mut() {
                Some(last) if touch(*last.end(), *lines.start()) => {
                    *last = *last.start()..=*lines.end();
                }
                _ => ranges.push(lines.clone()),
            }
        }
        ranges
    }

    /// The first line that is shown twice, as an `impl` and as its method.
    pub(crate) fn doubled(&self) -> Option<usize> {
        let mut shown = BTreeSet::new();
        let mut lines = self.pieces.iter().flat_map(|piece| piece.lines.clone());
        lines.find(|line| !shown.insert(*line))
    }

    /// Every line that this excerpt accounts for.
    pub(crate) fn lines(&self) -> BTreeSet<usize> {
        let shells = self.pieces.iter().flat_map(|piece| &piece.shell);
        let pieces = self.pieces.iter().map(|piece| &piece.lines);
        pieces.chain(shells).cloned().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(pieces: &[Lines]) -> Excerpt {
        Excerpt {
            file: "src/a.rs".into(),
            text: "one\ntwo\n    three\n        four\nfive\n".into(),
            pieces: pieces.iter().cloned().map(Piece::from).collect(),
            names: vec!["x".into()],
        }
    }

    #[test]
    fn each_piece_is_dedented() {
        assert_eq!(excerpt(&[3..=4]).code(), "three\n    four");
    }

    #[test]
    fn pieces_that_touch_stay_together() {
        assert_eq!(excerpt(&[1..=1, 2..=2, 5..=5]).code(), "one\ntwo\n\nfive");
        assert_eq!(
            excerpt(&[1..=1, 2..=2, 5..=5]).path_and_lines(),
            "src/a.rs, lines 1–2, 5"
        );
    }

    #[test]
    fn a_line_that_is_shown_twice_is_found() {
        assert_eq!(excerpt(&[1..=2, 3..=5]).doubled(), None);
        assert_eq!(excerpt(&[2..=5, 3..=4]).doubled(), Some(3));
    }

    #[test]
    fn one_line_is_called_a_line() {
        assert_eq!(excerpt(&[5..=5]).path_and_lines(), "src/a.rs, line 5");
    }
}
