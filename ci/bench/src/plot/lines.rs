//! What one operation costs, against how many there are: a line for each runtime.

use super::svg::{Point, Scale, Sheet, spread_out};
use crate::result::Results;

/// Which tables make a plot: those whose names are `prefix` and a number.
pub struct Family {
    prefix: &'static str,
    title: &'static str,
    across: &'static str,
}

/// Yields against tasks.
pub const YIELD: Family = Family {
    prefix: "yield-",
    title: "Nanoseconds a yield, against the number of tasks",
    across: "tasks that yield in turns",
};

/// Spawns against tasks.
pub const SPAWN: Family = Family {
    prefix: "spawn-",
    title: "Nanoseconds to spawn and join a task, against their number",
    across: "tasks alive at once",
};

/// Waits against idle sockets.
pub const SOCKETS: Family = Family {
    prefix: "sockets-",
    title: "Nanoseconds to find the one ready socket, against idle ones",
    across: "idle sockets",
};

const WIDTH: u32 = 520;
const HEIGHT: u32 = 360;
const LEFT: f64 = 66.0;
const RIGHT: f64 = 420.0;
const TOP: f64 = 50.0;
const BOTTOM: f64 = 300.0;

/// A runtime's name, and its points: how many, how long.
type Line = (&'static str, Vec<Point>);

/// Draws it, if there are at least two points.
pub fn draw(results: &Results, family: &Family) -> Option<String> {
    let lines = lines_of(results, family);
    let points = || lines.iter().flat_map(|(_, points)| points.iter().copied());
    let across =
        Scale { numbers: range(points().map(|point| point.0))?, places: (LEFT, RIGHT) };
    let (low, high) = range(points().map(|point| point.1))?;
    let up = Scale { numbers: (low / 1.3, high * 1.3), places: (BOTTOM, TOP) };

    let mut sheet = Sheet::new(WIDTH, HEIGHT, family.title);
    sheet.words("strong", (14.0, 28.0), "start", family.title);
    axes(&mut sheet, &across, &up, family.across);
    let mut names = Vec::new();
    for (name, points) in &lines {
        let place = |point: &Point| (across.place(point.0), up.place(point.1));
        let places: Vec<Point> = points.iter().map(place).collect();
        sheet.path(name, &places);
        places.iter().for_each(|place| sheet.dot(name, *place, 3.0, name));
        names.extend(places.last().map(|(x, y)| (*x, *y, *name)));
    }
    name_the_lines(&mut sheet, &names);
    Some(sheet.finish())
}

fn lines_of(results: &Results, family: &Family) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for table in &results.tables {
        let size = table.name.strip_prefix(family.prefix);
        let Some(size) = size.and_then(|size| size.parse().ok()) else { continue };
        for row in &table.rows {
            let point = (size, row.median());
            match lines.iter_mut().find(|(name, _)| *name == row.runtime.name) {
                Some((_, points)) => points.push(point),
                None => lines.push((row.runtime.name, vec![point])),
            }
        }
    }
    lines
}

/// The least and the greatest, if they differ.
fn range(numbers: impl Iterator<Item = f64> + Clone) -> Option<(f64, f64)> {
    let (low, high) = (numbers.clone().reduce(f64::min)?, numbers.reduce(f64::max)?);
    (low < high).then_some((low, high))
}

fn axes(sheet: &mut Sheet, across: &Scale, up: &Scale, what: &str) {
    for tick in up.ticks() {
        let y = up.place(tick);
        sheet.line("grid", (LEFT, y), (RIGHT, y));
        sheet.words("quiet", (LEFT - 8.0, y + 4.0), "end", short(tick));
    }
    for tick in across.ticks() {
        let x = across.place(tick);
        sheet.line("grid", (x, TOP), (x, BOTTOM));
        sheet.words("quiet", (x, BOTTOM + 18.0), "middle", short(tick));
    }
    sheet.line("axis", (LEFT, BOTTOM), (RIGHT, BOTTOM));
    sheet.words("quiet", ((LEFT + RIGHT) / 2.0, BOTTOM + 42.0), "middle", what);
}

/// A power of ten: 1, 10, 100, 1k, 10k, 100k, 1M.
fn short(tick: f64) -> String {
    match tick {
        1e6.. => format!("{}M", tick / 1e6),
        1e3.. => format!("{}k", tick / 1e3),
        _ => format!("{tick}"),
    }
}

/// At the right end; a line that ends earlier has its name there.
fn name_the_lines(sheet: &mut Sheet, ends: &[(f64, f64, &'static str)]) {
    let at_the_end = |end: &&(f64, f64, &str)| end.0 > RIGHT - 1.0;
    for (x, y, name) in ends.iter().filter(|end| !at_the_end(end)) {
        sheet.words(name, (x + 6.0, y - 8.0), "middle", name);
    }
    let mut names: Vec<_> =
        ends.iter().filter(at_the_end).map(|(_, y, name)| (*y, *name)).collect();
    spread_out(&mut names, 15.0);
    for (y, name) in names {
        sheet.words(name, (RIGHT + 10.0, y + 4.0), "start", name);
    }
}
