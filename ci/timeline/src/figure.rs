//! The figure: lanes, output, and every event in words.

use crate::event::Event;
use crate::replay::Moment;
use crate::{Run, escape, svg, words};

/// What a figure is called.
pub struct Caption<'a> {
    /// The figure's id, to which links to single events add a number.
    pub id: &'a str,
    /// What to look at.
    pub words: &'a str,
}

/// The line of the sources that an event comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The file, as a reader should see it.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The lines around it.
    pub code: String,
    /// The first of those.
    pub first: usize,
}

pub(crate) fn html(run: &Run, caption: &Caption, sites: &[Option<Site>]) -> String {
    let count = run.steps.len();
    let (id, words) = (escape(caption.id), escape(caption.words));
    let (left, step) = (svg::LEFT, svg::STEP);
    [
        &format!("<figure class=\"trace\" id=\"{id}\" data-steps=\"{count}\" data-left=\"{left}\" data-step=\"{step}\">\n"),
        "<div class=\"trace-lanes\">\n",
        &run.lanes.html(),
        &format!("<div class=\"trace-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Timeline: {words}\">\n"),
        &svg::draw(&run.steps, &run.lanes, &run.replay),
        "</div>\n</div>\n",
        KEY,
        "<div class=\"trace-below\">\n",
        &output(run),
        &sources(sites),
        "</div>\n",
        &log(run, &id, sites),
        &format!("<figcaption>{words}</figcaption>\n</figure>\n"),
    ]
    .concat()
}

const KEY: &str = "<p class=\"trace-key\" aria-hidden=\"true\">\
    <span class=\"key-run\"></span> running \
    <span class=\"key-ready\"></span> ready \
    <span class=\"key-blocked\"></span> suspended</p>\n";

/// What the program prints, each line with the step at which it appears.
fn output(run: &Run) -> String {
    let mut lines = String::new();
    for (t, step) in run.steps.iter().enumerate() {
        if let Event::Print(text) = &step.event {
            let (class, text) = (run.lanes.class(step.task), escape(text));
            // The line's end stands inside, so that the text can be copied line by line.
            lines += &format!("<span data-t=\"{t}\" class=\"{class}\">{text}\n</span>");
        }
    }
    format!("<pre class=\"trace-output\">{lines}</pre>\n")
}

/// The code around each site, for the script to show.
fn sources(sites: &[Option<Site>]) -> String {
    let template = |(number, site): (usize, &Site)| {
        let (path, Site { line, first, .. }) = (escape(&site.path), site);
        // A blank line would end the HTML in the midst of it.
        let code: Vec<_> = site
            .code
            .lines()
            .map(|line| match line.trim() {
                "" => " ".to_string(),
                _ => escape(line),
            })
            .collect();
        let code = code.join("\n");
        format!(
            "<template class=\"trace-source\" data-site=\"{number}\" data-path=\"{path}\" data-line=\"{line}\" data-first=\"{first}\">{code}</template>\n"
        )
    };
    distinct(sites).into_iter().enumerate().map(template).collect()
}

/// Each site once, in the order in which the run gets there.
fn distinct(sites: &[Option<Site>]) -> Vec<&Site> {
    let mut distinct = Vec::new();
    for site in sites.iter().flatten() {
        if !distinct.contains(&site) {
            distinct.push(site);
        }
    }
    distinct
}

/// Every step in words.
fn log(run: &Run, id: &str, sites: &[Option<Site>]) -> String {
    let numbers = distinct(sites);
    let mut items = String::new();
    for (t, step) in run.steps.iter().enumerate() {
        let state = state(run, &run.replay.moments[t]);
        let words = words::sentence(step, &run.lanes);
        let site = sites.get(t).and_then(Option::as_ref);
        let number =
            site.and_then(|site| numbers.iter().position(|other| *other == site));
        let number =
            number.map_or(String::new(), |number| format!(" data-site=\"{number}\""));
        let place = site.map_or(String::new(), |site| {
            let name = site.path.rsplit('/').next().unwrap_or_default();
            format!(
                " <code class=\"trace-place\">{}:{}</code>",
                escape(name),
                site.line
            )
        });
        items += &format!(
            "<li id=\"{id}-{}\" data-t=\"{t}\"{state}{number}><span>{words}</span>{place}</li>\n",
            t + 1
        );
    }
    let count = run.steps.len();
    format!(
        "<details class=\"trace-log\"><summary>All {count} events</summary>\n<ol>\n{items}</ol>\n</details>\n"
    )
}

/// Who is where after a step, for the script to show.
fn state(run: &Run, moment: &Moment) -> String {
    let list = |tasks: &[(u64, String)]| {
        let each = tasks
            .iter()
            .map(|(task, what)| format!("{}|{}", run.lanes.name(*task), escape(what)));
        each.collect::<Vec<_>>().join("||")
    };
    let mut state = String::new();
    if let Some(queue) = &moment.ready {
        state += &format!(" data-ready=\"{}\"", run.lanes.names(queue));
    }
    if !moment.waiting.is_empty() {
        state += &format!(" data-waiting=\"{}\"", list(&moment.waiting));
    }
    if !moment.timers.is_empty() {
        state += &format!(" data-timers=\"{}\"", list(&moment.timers));
    }
    state
}
