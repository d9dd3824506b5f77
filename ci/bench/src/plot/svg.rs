//! A sheet of paper, logarithmic scales, and names that do not cover each other.

use std::fmt::{Display, Write};

/// What is being drawn.
pub struct Sheet {
    text: String,
}

impl Sheet {
    /// Empty paper. `title` is what a screen reader says.
    pub fn new(width: u32, height: u32, title: &str) -> Sheet {
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"img\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n\
             <rect class=\"paper\" width=\"100%\" height=\"100%\" rx=\"6\"/>\n"
        );
        Sheet { text }
    }

    /// A line between two points.
    pub fn line(&mut self, class: &str, (x1, y1): Point, (x2, y2): Point) {
        self.add(format_args!(
            "<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"/>"
        ));
    }

    /// A line through points.
    pub fn path(&mut self, class: &str, points: &[Point]) {
        let points: Vec<_> =
            points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        self.add(format_args!(
            "<polyline class=\"{class}\" points=\"{}\"/>",
            points.join(" ")
        ));
    }

    /// A dot, with a name that appears under the pointer.
    pub fn dot(&mut self, class: &str, (x, y): Point, radius: f64, name: &str) {
        self.add(format_args!(
            "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius}\">\
             <title>{name}</title></circle>"
        ));
    }

    /// Words. `anchor` is where the point is: at their `start`, `middle` or `end`.
    pub fn words(
        &mut self,
        class: &str,
        (x, y): Point,
        anchor: &str,
        words: impl Display,
    ) {
        self.add(format_args!(
            "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{words}</text>"
        ));
    }

    /// The file.
    pub fn finish(self) -> String {
        self.text + "</svg>\n"
    }

    fn add(&mut self, element: std::fmt::Arguments) {
        let _ = writeln!(self.text, "{element}");
    }
}

/// To the right, and down.
pub type Point = (f64, f64);

/// From numbers to places, by their logarithm.
pub struct Scale {
    /// The least and the greatest number.
    pub numbers: (f64, f64),
    /// Their places.
    pub places: (f64, f64),
}

impl Scale {
    /// Where a number is.
    pub fn place(&self, number: f64) -> f64 {
        let ((low, high), (from, to)) = (self.numbers, self.places);
        from + (number / low).ln() / (high / low).ln() * (to - from)
    }

    /// The powers of ten on it.
    pub fn ticks(&self) -> Vec<f64> {
        let (low, high) = self.numbers;
        let powers = low.log10().ceil() as i32..=high.log10().floor() as i32;
        powers.map(|power| 10_f64.powi(power)).collect()
    }
}

/// Moves names apart that would cover each other; they stay in order.
pub fn spread_out(places: &mut [(f64, &str)], distance: f64) {
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    for _ in 0..100 {
        for pair in 1..places.len() {
            let overlap = distance - (places[pair].0 - places[pair - 1].0);
            if overlap > 0.0 {
                places[pair - 1].0 -= overlap / 2.0;
                places[pair].0 += overlap / 2.0;
            }
        }
    }
}

const STYLE: &str = "
text { font: 13px system-ui, sans-serif; fill: var(--ink); }
.quiet { fill: var(--quiet); } .strong { font-weight: 600; }
.paper { fill: var(--paper); } .grid { stroke: var(--grid); } .axis { stroke: var(--quiet); }
polyline { fill: none; stroke-width: 1.6; stroke: var(--colour); }
circle { fill: var(--colour); stroke: var(--paper); stroke-width: 1; }
polyline.ours, polyline.selector { stroke-width: 3; }
circle.monoio-uring { fill: var(--paper); stroke: var(--colour); stroke-width: 2; }
text.ours, text.selector { font-weight: 600; }
text[class] { fill: var(--colour, var(--ink)); }
text.quiet { fill: var(--quiet); }
svg { --paper: #ffffff; --ink: #1f2328; --quiet: #59636e; --grid: #e4e7ea; }
.ours, .selector { --colour: #b3261e; } .tokio, .poll { --colour: #1d5fb4; }
.smol, .select { --colour: #2f7a3d; } .localpool { --colour: #7a5a10; }
.compio { --colour: #7b3fa0; } .monoio, .monoio-uring { --colour: #0b7285; }
.epoll, .memory { --colour: #59636e; } .asyncio { --colour: #9a4a00; } .uvloop { --colour: #a1266b; }
@media (prefers-color-scheme: dark) {
svg { --paper: #16191d; --ink: #e6e9ec; --quiet: #a3adb8; --grid: #2c3239; }
.ours, .selector { --colour: #ff8a7a; } .tokio, .poll { --colour: #7ab4ff; }
.smol, .select { --colour: #7fd08f; } .localpool { --colour: #dcb95c; }
.compio { --colour: #cfa0ef; } .monoio, .monoio-uring { --colour: #5fcfe0; }
.epoll, .memory { --colour: #a3adb8; } .asyncio { --colour: #f0a25a; } .uvloop { --colour: #f08fc4; }
}
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_logarithmic() {
        let scale = Scale { numbers: (1.0, 100.0), places: (0.0, 200.0) };
        assert_eq!(scale.place(10.0), 100.0);
        assert_eq!(scale.ticks(), [1.0, 10.0, 100.0]);
    }

    #[test]
    fn names_do_not_cover_each_other() {
        let mut places = [(10.0, "b"), (9.0, "a"), (50.0, "c")];
        spread_out(&mut places, 12.0);
        let names = places.map(|(_, name)| name);
        assert_eq!(names, ["a", "b", "c"]);
        assert!(places[1].0 - places[0].0 > 11.9);
    }
}
