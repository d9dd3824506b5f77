//! One page: its directives replaced by what they stand for.

use crate::diagram;
use crate::directive::{Directive, Subject};
use crate::fences;
use crate::figure::Figure;
use crate::problem::{Place, Problem};
use crate::report::Report;
use crate::text::{escape, fence};
use crate::workspace::Workspace;
use std::ops::Range;
use std::path::Path;

/// Expands the page `file`. Where a directive cannot be resolved, the page says so.
pub(crate) fn expand(
    workspace: &Workspace,
    pages: &Path,
    file: &Path,
    markdown: &str,
    report: &mut Report,
) -> String {
    report.count("page", 1);
    report.problems.extend(fences::loose_rust(file, markdown));
    let code = fences::ranges(markdown);
    let diagrams = fences::diagrams(markdown);
    let mut page = Page { workspace, report, place: Place::new(file, 0), beside: None };
    let mut expanded = String::new();
    let mut offset = 0;
    for line in markdown.split_inclusive('\n') {
        page.place.line += 1;
        let here = offset..offset + line.len();
        offset = here.end;
        let within =
            |range: &Range<usize>| range.start < here.end && here.start < range.end;
        if let Some((range, source)) = diagrams.iter().find(|(range, _)| within(range))
        {
            if here.contains(&range.start) {
                expanded.push_str(&page.diagram(pages, line, source));
            }
        } else if code.iter().any(within) {
            expanded.push_str(line);
        } else {
            expanded.push_str(&page.line(line));
        }
    }
    expanded + &page.end()
}

struct Page<'a> {
    workspace: &'a Workspace,
    report: &'a mut Report,
    /// The line that we are at.
    place: Place,
    beside: Option<Beside>,
}

/// An open `{{#beside}}`.
struct Beside {
    line: usize,
    figures: usize,
}

impl Page<'_> {
    fn line(&mut self, line: &str) -> String {
        let directive = match Directive::parse(line) {
            None => return self.prose(line),
            Some(directive) => directive,
        };
        let html = match directive.and_then(|directive| self.follow(&directive)) {
            Ok(html) => html,
            Err(problem) => self.complain(problem),
        };
        indented(&html, line) + "\n"
    }

    /// The drawing of a diagram whose block begins with `line`.
    fn diagram(&mut self, pages: &Path, line: &str, source: &str) -> String {
        if let Ok(name) = diagram::name(source) {
            self.report.diagrams.insert(name, source.into());
        }
        let html = match diagram::figure(self.workspace, pages, source) {
            Ok(figure) => {
                self.report.add(&figure, &self.place);
                figure.html
            }
            Err(problem) => self.complain(problem) + &fence("text", source),
        };
        indented(&html, line) + "\n"
    }

    /// A line that is no directive must not hide one, nor stand between two side by side.
    fn prose(&mut self, line: &str) -> String {
        let mut complaint = String::new();
        if self.beside.is_some() && !line.trim().is_empty() {
            complaint += &self.complain(Problem::new(
                "between {{#beside}} and {{/beside}} stand two directives and nothing else",
            ));
        }
        let hidden = line
            .match_indices("{{")
            .filter(|(at, _)| !line[..*at].ends_with(['\\', '`']))
            .find_map(|(at, _)| Directive::parse(&line[at..]));
        if hidden.is_some() {
            let what =
                format!("a directive stands alone on its line: `{}`", line.trim());
            complaint += &self.complain(Problem::new(what));
        }
        complaint + line
    }

    fn follow(&mut self, directive: &Directive) -> Result<String, Problem> {
        match directive {
            Directive::Figure(subject) => self.figure(subject),
            Directive::Beside => self.open_beside(),
            Directive::EndBeside => self.close_beside(),
        }
    }

    fn figure(&mut self, subject: &Subject) -> Result<String, Problem> {
        if let Some(beside) = &mut self.beside {
            beside.figures += 1;
        }
        let figure = Figure::of(self.workspace, subject)?;
        self.report.add(&figure, &self.place);
        Ok(figure.html)
    }

    fn open_beside(&mut self) -> Result<String, Problem> {
        let beside = Beside { line: self.place.line, figures: 0 };
        match self.beside.replace(beside) {
            None => Ok("<div class=\"beside\">\n".into()),
            Some(_) => Err(Problem::new("{{#beside}} inside {{#beside}}")),
        }
    }

    fn close_beside(&mut self) -> Result<String, Problem> {
        let Some(Beside { figures, .. }) = self.beside.take() else {
            return Err(Problem::new("{{/beside}} without {{#beside}}"));
        };
        let mut html = "</div>\n".to_string();
        if figures != 2 {
            html += &self.complain(Problem::new(format!(
                "between {{{{#beside}}}} and {{{{/beside}}}} stand two directives, not {figures}"
            )));
        }
        Ok(html)
    }

    fn end(&mut self) -> String {
        let Some(Beside { line, .. }) = self.beside.take() else {
            return String::new();
        };
        self.place.line = line;
        let problem = Problem::new("no {{/beside}} closes this {{#beside}}");
        format!("\n</div>\n\n{}", self.complain(problem))
    }

    /// Records a problem, and makes it visible on the page.
    fn complain(&mut self, problem: Problem) -> String {
        let problem = problem.seen_from(&self.place);
        let words = escape(&problem.to_string());
        self.report.problems.push(problem);
        format!("\n<p class=\"problem\"><strong>{words}</strong></p>\n\n")
    }
}

/// `html` as far to the right as `line`: what stands in a list must stay there.
fn indented(html: &str, line: &str) -> String {
    let indent = &line[..line.len() - line.trim_start().len()];
    let indented = |line| match line {
        "" => "\n".into(),
        _ => format!("{indent}{line}\n"),
    };
    html.lines().map(indented).collect()
}
