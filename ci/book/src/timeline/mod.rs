//! Timelines: the recorded run of a program, drawn.
//!
//! Everything is drawn here, so that a page is complete without JavaScript and on paper.
//! `assets/trace.js` adds the controls that step through it.

mod event;
mod lanes;
mod replay;
mod svg;
mod words;

use crate::directive::Program;
use crate::figure::{Figure, Shows, Snapshot};
use crate::problem::Problem;
use crate::text::escape;
use crate::workspace::Workspace;
use event::{Event, Step};
use lanes::Lanes;
use replay::Replay;
use std::path::PathBuf;

/// Draws the pinned trace of a program.
pub(crate) fn draw(
    workspace: &Workspace,
    program: &Program,
    caption: &str,
) -> Result<Figure, Problem> {
    let (file, steps) = read(workspace, program)?;
    let lanes = Lanes::of(&steps);
    let replay = Replay::of(&steps);
    let html = html(&steps, &lanes, &replay, caption);
    Ok(Figure::new("timeline", html, Shows::Snapshot(file)))
}

/// The lanes alone, as a picture that needs no page around it.
pub(crate) fn picture(
    workspace: &Workspace,
    program: &Program,
) -> Result<String, Problem> {
    let (_, steps) = read(workspace, program)?;
    let lanes = Lanes::of(&steps);
    Ok(svg::picture(&steps, &lanes, &Replay::of(&steps)))
}

/// The recorded run of a program, and the file it comes from.
fn read(
    workspace: &Workspace,
    program: &Program,
) -> Result<(PathBuf, Vec<Step>), Problem> {
    let trace = Program {
        chapter: program.chapter.clone(),
        name: format!("{}.trace", program.name),
    };
    let Snapshot { file, text, first_line } = Snapshot::read(workspace, &trace)?;
    let steps = event::read(&file, &text, first_line)?;
    Ok((file, steps))
}

fn html(steps: &[Step], lanes: &Lanes, replay: &Replay, caption: &str) -> String {
    let count = steps.len();
    let caption = escape(caption);
    let (left, step) = (svg::LEFT, svg::step_width(count));
    [
        &format!("<figure class=\"trace\" data-steps=\"{count}\" data-left=\"{left}\" data-step=\"{step}\">\n"),
        "<div class=\"trace-lanes\">\n",
        &lanes.html(),
        &format!("<div class=\"trace-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Timeline: {caption}\">\n"),
        &svg::draw(steps, lanes, replay),
        "</div>\n</div>\n",
        KEY,
        &output(steps, lanes),
        &log(steps, lanes, replay),
        &format!("<figcaption>{caption}</figcaption>\n</figure>\n"),
    ]
    .concat()
}

const KEY: &str = "<p class=\"trace-key\" aria-hidden=\"true\">\
    <span class=\"key-run\"></span> running \
    <span class=\"key-ready\"></span> ready \
    <span class=\"key-blocked\"></span> suspended</p>\n";

/// What the program prints, each line with the step at which it appears.
fn output(steps: &[Step], lanes: &Lanes) -> String {
    let mut lines = String::new();
    for (t, step) in steps.iter().enumerate() {
        if let Event::Print(text) = &step.event {
            let (class, text) = (lanes.class(step.task), escape(text));
            // The line's end stands inside, so that the text can be copied line by line.
            lines += &format!("<span data-t=\"{t}\" class=\"{class}\">{text}\n</span>");
        }
    }
    format!("<pre class=\"trace-output\">{lines}</pre>\n")
}

/// Every step in words.
fn log(steps: &[Step], lanes: &Lanes, replay: &Replay) -> String {
    let mut items = String::new();
    for (t, step) in steps.iter().enumerate() {
        let ready = match replay.ready.get(t) {
            Some(queue) => format!(" data-ready=\"{}\"", lanes.names(queue)),
            None => String::new(),
        };
        let words = words::sentence(step, lanes);
        items += &format!("<li data-t=\"{t}\"{ready}>{words}</li>\n");
    }
    let count = steps.len();
    format!(
        "<details class=\"trace-log\"><summary>All {count} events</summary>\n<ol>\n{items}</ol>\n</details>\n"
    )
}

#[cfg(test)]
mod tests;
