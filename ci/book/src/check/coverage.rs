//! Every line of the chapters is on some page.

use crate::excerpt::Lines;
use crate::problem::Problem;
use crate::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The lines that the book shows of each file.
pub(crate) type Shown = BTreeMap<PathBuf, BTreeSet<usize>>;

/// How much of `chapters/*/src` is in the book. Blank lines do not count.
#[derive(Default)]
pub(super) struct Coverage {
    pub(super) lines: usize,
    pub(super) shown: usize,
    pub(super) problems: Vec<Problem>,
}

impl Coverage {
    pub(super) fn of(workspace: &Workspace, shown: &Shown) -> Result<Self, Problem> {
        let mut coverage = Coverage::default();
        for chapter in workspace.list(Path::new("chapters")) {
            for file in workspace.files(chapter.join("src"), "rs") {
                let text = workspace.read(&file)?;
                coverage.add(
                    &file,
                    &text,
                    shown.get(&file).unwrap_or(&BTreeSet::new()),
                );
            }
        }
        Ok(coverage)
    }

    fn add(&mut self, file: &Path, text: &str, shown: &BTreeSet<usize>) {
        let mut missing: Vec<Lines> = Vec::new();
        let mut in_a_run = false;
        for (number, _) in
            (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty())
        {
            self.lines += 1;
            let is_shown = shown.contains(&number);
            match missing.last_mut() {
                _ if is_shown => self.shown += 1,
                Some(run) if in_a_run => *run = *run.start()..=number,
                _ => missing.push(number..=number),
            }
            in_a_run = !is_shown;
        }
        let problems = missing.iter().map(|run| unshown(file, text, run));
        self.problems.extend(problems);
    }
}

fn unshown(file: &Path, text: &str, run: &Lines) -> Problem {
    let (start, end) = (*run.start(), *run.end());
    let line = text.lines().nth(start - 1).unwrap_or("").trim();
    let lines = match start == end {
        true => "this line".into(),
        false => format!("lines {start} to {end}"),
    };
    let what =
        format!("no page shows {lines}; cut them with {{{{#listing}}}}: `{line}`");
    Problem::at(file, start, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unshown_lines_are_reported_in_runs() {
        let mut coverage = Coverage::default();
        let text = "a\n\nb\nc\n\n\nd\ne\n";
        coverage.add(Path::new("x.rs"), text, &BTreeSet::from([4]));
        assert_eq!((coverage.lines, coverage.shown), (5, 1));
        let problems: Vec<_> =
            coverage.problems.iter().map(Problem::to_string).collect();
        assert_eq!(
            problems,
            [
                "x.rs:1: no page shows lines 1 to 3; cut them with {{#listing}}: `a`",
                "x.rs:7: no page shows lines 7 to 8; cut them with {{#listing}}: `d`",
            ]
        );
    }

    #[test]
    fn blank_lines_need_not_be_shown() {
        let mut coverage = Coverage::default();
        coverage.add(Path::new("x.rs"), "a\n   \nb\n", &BTreeSet::from([1, 3]));
        assert_eq!((coverage.lines, coverage.shown), (2, 2));
        assert_eq!(coverage.problems, []);
    }
}
