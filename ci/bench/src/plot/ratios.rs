//! All against tokio: a row for each table, a dot for each runtime.

use super::svg::{Scale, Sheet};
use crate::report::table::number;
use crate::result::{Results, Table};
use crate::runtime;

const WIDTH: u32 = 520;
const LEFT: f64 = 126.0;
const RIGHT: f64 = 496.0;
const TOP: f64 = 100.0;
const STEP: f64 = 26.0;

/// Draws it, if tokio took part in anything.
pub fn draw(results: &Results) -> Option<String> {
    let tables: Vec<&Table> =
        results.tables.iter().filter(|table| table.row("tokio").is_some()).collect();
    if tables.is_empty() {
        return None;
    }
    let bottom = TOP + STEP * tables.len() as f64;
    let across = Scale { numbers: (0.1, 100.0), places: (LEFT, RIGHT) };
    let title = "Time or memory, as a multiple of tokio's: to the left is better";
    let mut sheet = Sheet::new(WIDTH, bottom as u32 + 36, title);
    sheet.words("strong", (14.0, 28.0), "start", title);
    legend(&mut sheet, &tables);
    for tick in across.ticks() {
        let x = across.place(tick);
        let class = if tick == 1.0 { "axis" } else { "grid" };
        sheet.line(class, (x, TOP - 10.0), (x, bottom));
        sheet.words("quiet", (x, bottom + 20.0), "middle", label(tick));
    }
    for (position, table) in tables.iter().enumerate() {
        row(&mut sheet, &across, table, TOP + STEP * (position as f64 + 0.5));
    }
    Some(sheet.finish())
}

fn label(tick: f64) -> String {
    if tick < 1.0 { format!("{tick} ×") } else { format!("{tick:.0} ×") }
}

fn legend(sheet: &mut Sheet, tables: &[&Table]) {
    let takes_part = |name| tables.iter().any(|table| table.row(name).is_some());
    let runtimes = runtime::ALL.iter().filter(|runtime| takes_part(runtime.name));
    let (mut x, mut y) = (20.0, 52.0);
    for runtime in runtimes {
        let width = 30.0 + 7.2 * runtime.name.len() as f64;
        if x + width > f64::from(WIDTH) {
            (x, y) = (20.0, y + 20.0);
        }
        sheet.dot(runtime.name, (x, y), 5.0, runtime.about);
        sheet.words(runtime.name, (x + 9.0, y + 4.0), "start", runtime.name);
        x += width;
    }
}

/// Ours is drawn last, above the others. What is beyond the edge is drawn at the edge.
fn row(sheet: &mut Sheet, across: &Scale, table: &Table, y: f64) {
    sheet.words("quiet", (LEFT - 12.0, y + 4.0), "end", &table.name);
    sheet.line("grid", (LEFT, y), (RIGHT, y));
    for row in table.rows.iter().rev() {
        let Some(ratio) = table.ratio_to_tokio(row) else { continue };
        let x = across.place(ratio.clamp(0.1, 100.0));
        let radius = if row.runtime.name == "ours" { 6.5 } else { 4.5 };
        let name = format!(
            "{}: {} {}",
            row.runtime.name,
            number(row.median()),
            table.measure.unit
        );
        sheet.dot(row.runtime.name, (x, y), radius, &name);
    }
}
