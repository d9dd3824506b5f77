//! `cargo book check`: the book and the chapters tell the same story.

mod coverage;
mod links;
mod programs;

use crate::diagram;
use crate::problem::{Problem, shown};
use crate::report::Report;
use crate::site::{self, Site};
use crate::text::count;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use coverage::Coverage;
pub(crate) use coverage::Shown;
use std::path::PathBuf;

/// Builds the book aside and finds what is wrong with it. Prints what there is.
pub(crate) fn check(workspace: &Workspace) -> Result<Vec<Problem>> {
    let folder = tempfile::tempdir().context("no room for a trial build")?;
    let site = site::build(workspace, Some(folder.path()))?;
    let coverage = Coverage::of(workspace, &site.report.shown)?;
    print(&site.report, &coverage);
    let mut problems = coverage.problems;
    problems.extend(programs::unproven(workspace, &site.report.snapshots)?);
    problems.extend(links::broken(&site));
    problems.extend(unlisted(workspace, &site));
    problems.extend(unused_drawings(workspace, &site));
    problems.extend(site.report.problems);
    Ok(problems)
}

fn print(report: &Report, coverage: &Coverage) {
    let (shown, lines) = (coverage.shown, coverage.lines);
    match shown == lines {
        true => println!("all {lines} lines of chapters/*/src are in the book"),
        false => println!("{shown} of {lines} lines of chapters/*/src are in the book"),
    }
    let counts = THINGS.map(|thing| count(report.counted(thing), thing));
    println!("{}", counts.join(", "));
}

const THINGS: [&str; 8] = [
    "page",
    "listing",
    "output",
    "timeline",
    "experiment",
    "compile error",
    "exercise",
    "diagram",
];

fn unused_drawings(workspace: &Workspace, site: &Site) -> Vec<Problem> {
    let files =
        diagram::unused(workspace, &site.source, &site.report.diagrams).into_iter();
    let what = "no page has this diagram: `cargo book draw` removes it";
    files.map(|file| Problem::at(file, 1, what)).collect()
}

/// Pages that SUMMARY.md does not lead to. To 404.md, a wrong address leads.
fn unlisted(workspace: &Workspace, site: &Site) -> Vec<Problem> {
    let known = |file: &PathBuf| {
        ["SUMMARY.md", "404.md"].iter().any(|name| *file == site.source.join(name))
            || site.pages.iter().any(|page| page.file == *file)
    };
    let files = workspace.files(&site.source, "md").into_iter();
    let summary = shown(&site.source.join("SUMMARY.md"));
    let problem = |file| {
        Problem::at(file, 1, format!("no reader gets here: add it to {summary}"))
    };
    files.filter(|file| !known(file)).map(problem).collect()
}
