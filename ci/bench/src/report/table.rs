//! Tables for the terminal.

use crate::result::{Results, Row, Table};
use std::fmt::Write;

/// A table: one measure of one workload.
pub fn print(table: &Table) -> String {
    let rounds = table.rows.first().map_or(0, |row| row.samples.len());
    let Table { name, about, measure, .. } = table;
    let mut text = format!("{name}: {about} [{}, {rounds} rounds]\n", measure.unit);
    let _ = writeln!(
        text,
        "  {:<14}{:>12}{:>8}{:>12}{:>16}",
        "", "median", "±", "to tokio", "to fastest peer"
    );
    for row in &table.rows {
        text += &line(table, row);
    }
    text
}

fn line(table: &Table, row: &Row) -> String {
    format!(
        "  {:<14}{:>12}{:>6.0} %{:>12}{:>16}\n",
        row.runtime.name,
        number(row.median()),
        100.0 * row.spread(),
        ratio(table.ratio_to_tokio(row)),
        ratio(table.ratio_to_fastest_peer(row)),
    )
}

/// The bars, each with what became of it.
pub fn print_bars(results: &Results) -> String {
    let mut text = String::from("The bars for ours\n");
    for verdict in results.verdicts() {
        let _ = writeln!(text, "  {verdict}");
    }
    text
}

/// Three digits, if there are not more before the point.
pub fn number(number: f64) -> String {
    match number {
        0.0..9.995 => format!("{number:.2}"),
        9.995..99.95 => format!("{number:.1}"),
        _ => grouped(number.round() as u64),
    }
}

/// `1 234 567`, with narrow spaces that do not break.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// Two digits after the point, or a dash.
pub fn ratio(ratio: Option<f64>) -> String {
    ratio.map_or("–".into(), |ratio| match ratio {
        0.0..9.995 => format!("{ratio:.2}"),
        _ => number(ratio),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_three_digits_or_more() {
        let numbers = [1.234, 12.34, 99.96, 123.4, 1234.0, 1_234_567.0].map(number);
        let expected =
            ["1.23", "12.3", "100", "123", "1\u{202f}234", "1\u{202f}234\u{202f}567"];
        assert_eq!(numbers, expected);
    }

    #[test]
    fn no_ratio_is_a_dash() {
        assert_eq!(
            [ratio(Some(0.333)), ratio(Some(43.2)), ratio(None)],
            ["0.33", "43.2", "–"]
        );
    }
}
