//! Tables for the book's benchmark page.

use super::table::{number, ratio};
use crate::machine;
use crate::result::{Results, Table};
use crate::runtime::{self, Runtime};
use std::fmt::Write;

/// The machine, a table of medians, a table of ratios, and the bars.
pub fn print(results: &Results, python: &str) -> String {
    let mut text = String::from("<!-- made by `cargo race --markdown` -->\n\n");
    for line in machine::describe(python) {
        let _ = writeln!(text, "- {line}");
    }
    text += "\n### Medians\n\n";
    text += &wide(results, |table, runtime| {
        Some(number(table.row(runtime.name)?.median()))
    });
    text += "\n### Ratios to tokio\n\n";
    text += &wide(results, |table, runtime| {
        Some(ratio(Some(table.ratio_to_tokio(table.row(runtime.name)?)?)))
    });
    text + "\n### The bars\n\n" + &bars(results)
}

/// A row for each table, a column for each runtime that is in one of them.
fn wide(
    results: &Results,
    cell: impl Fn(&Table, &Runtime) -> Option<String>,
) -> String {
    let column = |runtime: &&Runtime| {
        results.tables.iter().any(|table| cell(table, runtime).is_some())
    };
    let runtimes: Vec<_> = runtime::ALL.iter().filter(column).collect();
    let names: Vec<_> = runtimes.iter().map(|runtime| runtime.name).collect();
    let mut text = format!(
        "| workload | {} |\n|---|{}\n",
        names.join(" | "),
        "---:|".repeat(names.len())
    );
    for table in &results.tables {
        let cells: Vec<_> = runtimes
            .iter()
            .map(|runtime| cell(table, runtime).unwrap_or_default())
            .collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            let _ = writeln!(text, "| {} | {} |", table.name, cells.join(" | "));
        }
    }
    text
}

fn bars(results: &Results) -> String {
    let mut text = String::from("```text\n");
    for verdict in results.verdicts() {
        let _ = writeln!(text, "{verdict}");
    }
    text + "```\n"
}
