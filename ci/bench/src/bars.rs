//! The bars: what ours is to reach, and whether it does.

use crate::report::table::number;
use crate::result::{Results, Table};
use crate::statistics::paired_ratio;
use crate::workload::Bar;
use std::fmt;

/// A bar and where we are.
pub struct Verdict {
    /// The table.
    pub table: String,
    /// What is to be reached.
    pub bar: Bar,
    /// What was measured.
    pub measured: f64,
}

impl Bar {
    /// The greatest number that is good enough.
    fn limit(self) -> f64 {
        let (Bar::Ratio(_, limit) | Bar::Absolute(limit) | Bar::Flat(_, limit)) = self;
        limit
    }
}

impl Verdict {
    /// One for each bar of this table that could be measured.
    pub fn of(table: &Table, results: &Results) -> Vec<Verdict> {
        let verdict = |&bar: &Bar| {
            let ours = table.row("ours")?;
            let measured = match bar {
                Bar::Ratio(other, _) => {
                    paired_ratio(&ours.samples, &table.row(other)?.samples)?
                }
                Bar::Absolute(_) => ours.median(),
                Bar::Flat(other, _) => ours.median() / results.our_median(other)?,
            };
            Some(Verdict { table: table.name.clone(), bar, measured })
        };
        table.measure.bars.iter().filter_map(verdict).collect()
    }

    /// True if the bar is met.
    pub fn passes(&self) -> bool {
        self.measured <= self.bar.limit()
    }

    /// What was measured, in words.
    pub fn measured(&self) -> String {
        let measured = number(self.measured);
        match self.bar {
            Bar::Ratio(other, _) => format!("{measured} of {other}"),
            Bar::Absolute(_) => measured,
            Bar::Flat(other, _) => format!("{measured} of ours in {other}"),
        }
    }

    /// What is to be reached, in words.
    pub fn allowed(&self) -> String {
        format!("at most {}", number(self.bar.limit()))
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let word = if self.passes() { "pass" } else { "MISS" };
        write!(f, "{word}  {:<14} {}, {}", self.table, self.measured(), self.allowed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(bar: Bar, measured: f64) -> Verdict {
        Verdict { table: "yield-1".into(), bar, measured }
    }

    #[test]
    fn a_bar_is_met_at_its_height() {
        assert!(verdict(Bar::Ratio("tokio", 0.5), 0.5).passes());
        assert!(!verdict(Bar::Ratio("tokio", 0.5), 0.51).passes());
        assert!(!verdict(Bar::Absolute(66.0), 66.5).passes());
    }

    #[test]
    fn a_verdict_says_what_is_allowed() {
        let text = verdict(Bar::Ratio("tokio", 0.5), 0.6).to_string();
        assert_eq!(text, "MISS  yield-1        0.60 of tokio, at most 0.50");
        let text = verdict(Bar::Absolute(66.0), 64.04).to_string();
        assert_eq!(text, "pass  yield-1        64.0, at most 66.0");
    }
}
