//! Tables for the book's benchmark page.

use super::table::{number, ratio};
use crate::machine;
use crate::result::{Results, Row, Table};
use crate::runtime;

/// The machine, and four tables.
pub fn print(results: &Results, python: &str) -> String {
    let machine: String =
        machine::describe(python).iter().map(|line| format!("- {line}\n")).collect();
    let parts = [
        "<!-- made by `cargo race --markdown` -->\n".into(),
        machine,
        "### The rows\n".into(),
        rows(results),
        "### Ours, tokio, and the fastest of the others\n".into(),
        beside_the_fastest(results),
        "### Everybody\n".into(),
        everybody(results),
        "### The bars\n".into(),
        bars(results),
    ];
    parts.join("\n")
}

/// What one operation is, in each row.
fn rows(results: &Results) -> String {
    let row = |table: &Table| vec![table.name.clone(), table.about.into()];
    markdown(&["workload", "one operation"], results.tables.iter().map(row))
}

fn beside_the_fastest(results: &Results) -> String {
    let head = [
        "workload",
        "unit",
        "ours",
        "tokio",
        "ours to tokio",
        "fastest",
        "ours to fastest",
    ];
    let row = |table: &Table| {
        let (ours, tokio) = (table.row("ours")?, table.row("tokio")?);
        let fastest = table.fastest_peer()?;
        Some(vec![
            table.name.clone(),
            table.measure.unit.into(),
            number(ours.median()),
            number(tokio.median()),
            ratio(table.ratio_to_tokio(ours)),
            format!("{} {}", fastest.runtime.name, number(fastest.median())),
            ratio(table.ratio_to_fastest_peer(ours)),
        ])
    };
    markdown(&head, results.tables.iter().filter_map(row))
}

/// Medians: a row for each table, a column for each runtime that is in one of them.
fn everybody(results: &Results) -> String {
    let takes_part =
        |name| results.tables.iter().any(|table| table.row(name).is_some());
    let runtimes = runtime::ALL.iter().map(|runtime| runtime.name);
    let runtimes: Vec<_> = runtimes.filter(|name| takes_part(name)).collect();
    let row = |table: &Table| {
        let cell = |name| {
            table.row(name).map_or(String::new(), |row: &Row| number(row.median()))
        };
        let cells = runtimes.iter().map(|name| cell(name));
        [table.name.clone(), table.measure.unit.into()]
            .into_iter()
            .chain(cells)
            .collect()
    };
    let head = [&["workload", "unit"], &runtimes[..]].concat();
    markdown(&head, results.tables.iter().map(row))
}

fn bars(results: &Results) -> String {
    let row = |verdict: crate::bars::Verdict| {
        let word = if verdict.passes() { "met" } else { "**missed**" };
        vec![verdict.table.clone(), verdict.measured(), verdict.allowed(), word.into()]
    };
    markdown(
        &["workload", "measured", "bar", ""],
        results.verdicts().into_iter().map(row),
    )
}

fn markdown(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = head.iter().map(|cell| cell.to_string()).collect();
    let rule = format!("|{}\n", "---|".repeat(head.len()));
    let rows: String = rows.map(|cells| line(&cells)).collect();
    line(&head) + &rule + &rows
}
