//! What the reader of the terminal sees.

use crate::problem::Problem;
use std::collections::BTreeSet;

/// Prints each problem once, sorted by file and line. Says how many there are.
pub(crate) fn problems(problems: &[Problem]) -> usize {
    let problems: BTreeSet<_> = problems.iter().collect();
    for problem in &problems {
        eprintln!("error: {problem}");
    }
    problems.len()
}
