//! Hints: one file an exercise, from vague to nearly the answer.

use crate::exercise::{Exercise, read};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;

/// The hints in the text of a hint file: what lines of `---` separate.
///
/// ```
/// let hints = exercises::hints::steps("Look at `n`.\n\n---\n\nIt starts at 1.\n");
/// assert_eq!(hints, ["Look at `n`.", "It starts at 1."]);
/// ```
pub fn steps(text: &str) -> Vec<&str> {
    let mut steps = Vec::new();
    let (mut start, mut end) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim_end() == "---" {
            steps.push(&text[start..end]);
            start = end + line.len();
        }
        end += line.len();
    }
    steps.push(&text[start..]);
    steps.retain(|step| !step.trim().is_empty());
    steps.into_iter().map(str::trim).collect()
}

/// Which hints to show.
pub(crate) enum Which {
    /// The one after the last that was shown.
    Next,
    /// The one of this number, from 1.
    Step(usize),
    /// All.
    All,
}

/// The hints asked for, each with its number, and how many there are.
pub(crate) fn show(
    workspace: &Workspace,
    exercise: &Exercise,
    which: Which,
) -> Result<(Vec<(usize, String)>, usize)> {
    let text = read(&exercise.hints_path())?;
    let hints: Vec<_> = (1..).zip(steps(&text).into_iter().map(String::from)).collect();
    let count = hints.len();
    let memory = memory(workspace, exercise);
    let number = match which {
        Which::All => return Ok((hints, count)),
        Which::Step(number) if (1..=count).contains(&number) => number,
        Which::Step(number) => bail!("there is no hint {number}, only 1 to {count}"),
        Which::Next => (shown(&memory) + 1).min(count),
    };
    remember(&memory, number)?;
    let hint = hints.into_iter().filter(|(step, _)| *step == number).collect();
    Ok((hint, count))
}

/// Holds the number of the last hint that was shown. It lies among what cargo built: if it is
/// lost, hints begin at the first again.
fn memory(workspace: &Workspace, exercise: &Exercise) -> PathBuf {
    workspace.target.join("hints").join(&exercise.package).join(&exercise.name)
}

fn shown(memory: &PathBuf) -> usize {
    let text = fs::read_to_string(memory).unwrap_or_default();
    text.trim().parse().unwrap_or(0)
}

fn remember(memory: &PathBuf, number: usize) -> Result<()> {
    let written = memory
        .parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(memory, number.to_string()));
    written.with_context(|| format!("cannot write {}", memory.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_line_of_its_own_separates_hints() {
        let text = "One --- still one.\n---\n\n---\nTwo:\n\n    ----\n---\n";
        assert_eq!(steps(text), ["One --- still one.", "Two:\n\n    ----"]);
        assert!(steps("\n").is_empty());
    }
}
