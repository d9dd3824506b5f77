//! What a race brings.

use crate::bars::Verdict;
use crate::runtime::Runtime;
use crate::statistics::{median, paired_ratio, spread};
use crate::workload::Measure;

/// One table: one measure of one workload.
pub struct Table {
    /// `echo-100-cpu`: the workload's name and the measure's.
    pub name: String,
    /// What one operation is.
    pub about: &'static str,
    /// What was measured.
    pub measure: &'static Measure,
    /// Those who took part, in the order of the list.
    pub rows: Vec<Row>,
}

/// One runtime in one table.
pub struct Row {
    /// Who.
    pub runtime: &'static Runtime,
    /// One number a turn.
    pub samples: Vec<f64>,
}

impl Row {
    /// The median of all turns.
    pub fn median(&self) -> f64 {
        median(&self.samples)
    }

    /// Half the quartiles' distance, as a share of the median.
    pub fn spread(&self) -> f64 {
        spread(&self.samples)
    }
}

impl Table {
    /// The row of this runtime, if it took part.
    pub fn row(&self, runtime: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.runtime.name == runtime)
    }

    /// The paired ratio of `row` to tokio.
    pub fn ratio_to_tokio(&self, row: &Row) -> Option<f64> {
        paired_ratio(&row.samples, &self.row("tokio")?.samples)
    }

    /// Of those who are neither ours nor a floor, the one with the lowest median.
    pub fn fastest_peer(&self) -> Option<&Row> {
        let peers = self
            .rows
            .iter()
            .filter(|row| !["ours", "memory", "epoll"].contains(&row.runtime.name));
        peers.min_by(|a, b| a.median().total_cmp(&b.median()))
    }

    /// The paired ratio of `row` to the fastest peer.
    pub fn ratio_to_fastest_peer(&self, row: &Row) -> Option<f64> {
        paired_ratio(&row.samples, &self.fastest_peer()?.samples)
    }
}

/// Everything that was measured.
pub struct Results {
    /// In the order of the list.
    pub tables: Vec<Table>,
    /// Who was left out of what, and why.
    pub left_out: Vec<String>,
}

impl Results {
    /// Our median in this table, if there is one.
    pub fn our_median(&self, table: &str) -> Option<f64> {
        let table = self.tables.iter().find(|candidate| candidate.name == table)?;
        Some(table.row("ours")?.median())
    }

    /// What became of each bar.
    pub fn verdicts(&self) -> Vec<Verdict> {
        self.tables.iter().flat_map(|table| Verdict::of(table, self)).collect()
    }
}
