//! Draws the lanes.

use crate::event::{Event, Step, Subject};
use crate::lanes::Lanes;
use crate::replay::{Replay, Span, State};

/// Where the first step is drawn.
pub(crate) const LEFT: usize = 12;
const LANE: usize = 40;

/// How far a step is from the next. A browser draws it as wide as there is room.
pub(crate) const STEP: usize = 20;

/// What can still be told apart.
const NARROWEST: usize = 2;

pub(crate) fn draw(steps: &[Step], lanes: &Lanes, replay: &Replay) -> String {
    let Drawn { width, height, shapes } = Drawn::of(steps, lanes, replay);
    let least = steps.len() * NARROWEST;
    format!(
        "<svg height=\"{height}\" viewBox=\"0 0 {width} {height}\" preserveAspectRatio=\"none\" \
         style=\"max-width:{width}px;min-width:{least}px\" role=\"img\" \
         aria-label=\"{} events, listed below\">{shapes}</svg>\n",
        steps.len()
    )
}

/// The same as a file of its own: with the tasks' names and its own colours.
pub(crate) fn picture(steps: &[Step], lanes: &Lanes, replay: &Replay) -> String {
    let Drawn { width, height, shapes } = Drawn::of(steps, lanes, replay);
    let names: String = lanes.names_and_classes().enumerate().map(name).collect();
    let (style, wide) = (include_str!("picture.css"), width + NAMES);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{height}\" \
         viewBox=\"0 0 {wide} {height}\">\n<style>\n{style}</style>\n{names}\
         <g transform=\"translate({NAMES})\">\n{shapes}\n</g>\n</svg>\n"
    )
}

/// The room for the names in a picture.
const NAMES: usize = 80;

fn name((lane, (class, name)): (usize, (String, String))) -> String {
    let y = lane * LANE + LANE / 2 + 4;
    format!("<text class=\"{class}\" x=\"8\" y=\"{y}\">{name}</text>\n")
}

/// All lanes, and how much room they take.
struct Drawn {
    width: usize,
    height: usize,
    shapes: String,
}

impl Drawn {
    fn of(steps: &[Step], lanes: &Lanes, replay: &Replay) -> Self {
        let drawing = Drawing { lanes };
        let bars = replay.spans.iter().map(|span| drawing.bar(span));
        let marks = steps.iter().enumerate().map(|(t, step)| drawing.mark(t, step));
        Drawn {
            width: drawing.x(steps.len()) + LEFT,
            height: lanes.count() * LANE,
            shapes: bars.chain(marks).collect(),
        }
    }
}

struct Drawing<'a> {
    lanes: &'a Lanes,
}

impl Drawing<'_> {
    fn x(&self, t: usize) -> usize {
        LEFT + t * STEP
    }

    fn y(&self, task: Option<u64>) -> usize {
        self.lanes.number(task) * LANE + LANE / 2
    }

    fn bar(&self, span: &Span) -> String {
        let lane = self.lanes.class(Some(span.task));
        let (x1, x2, y) = (self.x(span.from), self.x(span.to), self.y(Some(span.task)));
        let line =
            |class| format!("<path class=\"{class} {lane}\" d=\"M{x1} {y}H{x2}\"/>");
        match span.state {
            State::Running => format!(
                "<rect class=\"run {lane}\" x=\"{x1}\" y=\"{}\" width=\"{}\" height=\"16\" rx=\"3\"/>",
                y - 8,
                x2 - x1
            ),
            State::Ready => line("ready"),
            State::Suspended => line("blocked"),
        }
    }

    fn mark(&self, t: usize, step: &Step) -> String {
        let (x, y) = (self.x(t), self.y(step.task));
        // A line of no length with round ends stays round, however the drawing is stretched.
        let dot = |class| format!("<path class=\"dot {class}\" d=\"M{x} {y}h.01\"/>");
        let cross = |class| {
            let (x, y) = (x - 4, y - 4);
            format!("<path class=\"{class}\" d=\"M{x} {y}l8 8m0 -8l-8 8\"/>")
        };
        match &step.event {
            Event::Create { .. } => dot("ring") + &dot("hole"),
            Event::Wake { by } => {
                self.link(t, by.as_ref(), step.task) + &dot("ring") + &dot("hole")
            }
            Event::Print(_) if step.task.is_none() => dot("say lane-program"),
            Event::Print(_) => dot("say"),
            Event::Complete { .. } => cross("exit"),
            Event::Kill { by } => {
                self.link(t, by.as_ref(), step.task) + &cross("exit kill")
            }
            Event::Timer { .. } | Event::Io => {
                dot("ring") + &dot("hole") + &dot("alarm")
            }
            Event::Resume | Event::Yield | Event::Trap { .. } | Event::Block { .. } => {
                String::new()
            }
        }
    }

    /// An arrow from the lane of the task that did it.
    fn link(&self, t: usize, by: Option<&Subject>, task: Option<u64>) -> String {
        let Some(Subject::Task(by)) = by else {
            return String::new();
        };
        let (x, from, to) = (self.x(t), self.y(Some(*by)), self.y(task));
        if from == to {
            return String::new();
        }
        let (from, to, head) = match from < to {
            true => (from + 9, to - 6, to - 11),
            false => (from - 9, to + 6, to + 11),
        };
        let (left, right) = (x - 4, x + 4);
        format!(
            "<path class=\"link\" d=\"M{x} {from}V{to}M{left} {head}L{x} {to}L{right} {head}\"/>"
        )
    }
}
