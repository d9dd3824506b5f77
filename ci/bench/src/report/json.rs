//! One array, for programs.

use crate::result::Results;
use anyhow::Result;
use serde::Serialize;

#[derive(Serialize)]
struct Entry<'a> {
    workload: &'a str,
    runtime: &'a str,
    median: f64,
    unit: &'a str,
    /// Null where tokio does not take part.
    ratio_to_tokio: Option<f64>,
}

/// An object for each runtime in each table.
pub fn print(results: &Results) -> Result<String> {
    let mut entries = Vec::new();
    for table in &results.tables {
        entries.extend(table.rows.iter().map(|row| Entry {
            workload: &table.name,
            runtime: row.runtime.name,
            median: row.median(),
            unit: table.measure.unit,
            ratio_to_tokio: table.ratio_to_tokio(row),
        }));
    }
    Ok(serde_json::to_string_pretty(&entries)?)
}
