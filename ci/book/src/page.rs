//! One page: its directives replaced by what they stand for.

use crate::directive::Directive;
use crate::problem::{Place, Problem};
use crate::report::Report;
use crate::text::{escape, line_of};
use crate::workspace::Workspace;
use crate::{figure, timeline};
use mdbook_markdown::pulldown_cmark::{CodeBlockKind, Event, Tag};
use mdbook_markdown::{MarkdownOptions, new_cmark_parser};
use std::ops::Range;
use std::path::Path;

/// Expands the page of this name. Where a directive cannot be resolved, the page says so.
pub(crate) fn expand(
    workspace: &Workspace,
    file: &Path,
    markdown: &str,
    report: &mut Report,
) -> String {
    report.pages += 1;
    report.problems.extend(loose_fences(file, markdown));
    let mut page = Page { workspace, report, place: Place::new(file, 0), beside: None };
    let code = code(markdown);
    let mut out = String::new();
    let mut start = 0;
    for line in markdown.split_inclusive('\n') {
        page.place.line += 1;
        let in_code = code.iter().any(|range| range.contains(&start));
        start += line.len();
        match in_code {
            true => out.push_str(line),
            false => page.line(line, &mut out),
        }
    }
    page.end(&mut out);
    out
}

struct Page<'a> {
    workspace: &'a Workspace,
    report: &'a mut Report,
    /// The line that we are at.
    place: Place,
    /// Where `{{#beside}}` stands, and how many directives have followed.
    beside: Option<(usize, usize)>,
}

impl Page<'_> {
    fn line(&mut self, line: &str, out: &mut String) {
        let Some(directive) = Directive::parse(line) else {
            self.prose(line);
            return out.push_str(line);
        };
        match directive.and_then(|directive| self.html(&directive)) {
            Ok(html) => {
                // In a list, what replaces the directive must stay in the list.
                let indent = &line[..line.len() - line.trim_start().len()];
                for line in html.lines() {
                    let indent = if line.is_empty() { "" } else { indent };
                    *out += &format!("{indent}{line}\n");
                }
                *out += "\n";
            }
            Err(problem) => out.push_str(&self.complain(problem)),
        }
    }

    /// Records a problem, and makes it visible on the page.
    fn complain(&mut self, problem: Problem) -> String {
        let problem = problem.seen_from(&self.place);
        let html = format!(
            "<p class=\"problem\"><strong>{}</strong></p>\n\n",
            escape(&problem.to_string())
        );
        self.report.problems.push(problem);
        html
    }

    /// A line that is no directive must not hide one, nor stand between two side by side.
    fn prose(&mut self, line: &str) {
        if self.beside.is_some() && !line.trim().is_empty() {
            self.complain(Problem::new(
                "between {{#beside}} and {{/beside}} stand two directives and nothing else",
            ));
        }
        let hidden = line
            .match_indices("{{")
            .filter(|(at, _)| !line[..*at].ends_with(['\\', '`']))
            .find_map(|(at, _)| Directive::parse(&line[at..]));
        if hidden.is_some() {
            self.complain(Problem::new(format!(
                "a directive stands alone on its line: `{}`",
                line.trim()
            )));
        }
    }

    fn html(&mut self, directive: &Directive) -> Result<String, Problem> {
        if let Some((_, count)) = &mut self.beside {
            *count += 1;
        }
        match directive {
            Directive::Listing(source) => {
                let (html, excerpt) = figure::rust(self.workspace, source)?;
                self.report.listings += 1;
                self.report.show(&excerpt);
                Ok(html)
            }
            Directive::Python(source) => {
                self.report.listings += 1;
                figure::python(self.workspace, source)
            }
            Directive::Output(program) => {
                let (file, ..) = figure::snapshot(self.workspace, program)?;
                self.report.outputs += 1;
                self.report.snapshots.push((file, self.place.clone()));
                figure::output(self.workspace, program)
            }
            Directive::CompileError(path) => {
                self.report.compile_errors += 1;
                figure::compile_error(self.workspace, path)
            }
            Directive::Timeline(program, caption) => {
                let (file, html) = timeline::draw(self.workspace, program, caption)?;
                self.report.timelines += 1;
                self.report.snapshots.push((file, self.place.clone()));
                Ok(html)
            }
            Directive::Exercise(exercise) => {
                self.report.exercises += 1;
                let html = figure::exercise(self.workspace, exercise)?;
                let (file, hints) = figure::hints_file(self.workspace, exercise)?;
                self.report.problems.extend(loose_fences(&file, &hints));
                Ok(html)
            }
            Directive::Solution(exercise) => figure::solution(self.workspace, exercise),
            Directive::Beside => self.open_beside(),
            Directive::EndBeside => self.close_beside(),
        }
    }

    fn open_beside(&mut self) -> Result<String, Problem> {
        match self.beside.replace((self.place.line, 0)) {
            None => Ok("<div class=\"beside\">\n".into()),
            Some(_) => Err(Problem::new("{{#beside}} inside {{#beside}}")),
        }
    }

    fn close_beside(&mut self) -> Result<String, Problem> {
        match self.beside.take() {
            None => return Err(Problem::new("{{/beside}} without {{#beside}}")),
            // The closing directive has counted itself.
            Some((_, 3)) => {}
            Some((_, count)) => {
                self.complain(Problem::new(format!(
                    "between {{{{#beside}}}} and {{{{/beside}}}} stand two directives, not {}",
                    count - 1
                )));
            }
        }
        Ok("</div>\n".into())
    }

    fn end(&mut self, out: &mut String) {
        if let Some((line, _)) = self.beside.take() {
            self.place.line = line;
            *out += "\n</div>\n\n";
            *out +=
                &self.complain(Problem::new("no {{/beside}} closes this {{#beside}}"));
        }
    }
}

/// Rust on a page is cut from a crate, so that it is compiled and tested.
fn loose_fences(file: &Path, markdown: &str) -> Vec<Problem> {
    let rust = |info: &str| {
        let language = info.split([',', ' ']).next().unwrap_or("");
        ["rust", "rs"].contains(&language.to_lowercase().as_str())
    };
    new_cmark_parser(markdown, &MarkdownOptions::default())
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if rust(&info) => {
                Some(Problem::at(
                    file,
                    line_of(markdown, range.start),
                    "Rust that no compiler sees: put it into a crate and cut it with {{#listing}}",
                ))
            }
            _ => None,
        })
        .collect()
}

/// The code blocks of a page: a directive in there is an example of one.
fn code(markdown: &str) -> Vec<Range<usize>> {
    new_cmark_parser(markdown, &MarkdownOptions::default())
        .into_offset_iter()
        .filter_map(|(event, range)| {
            matches!(event, Event::Start(Tag::CodeBlock(_))).then_some(range)
        })
        .collect()
}
