//! Finds the line of the sources that an event of a trace comes from. The trace does not say: a
//! number of a line in a snapshot would change with every line above it.

use crate::directive::Program;
use crate::problem::shown;
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};
use timeline::{Event, Site, Step, Subject};

/// How many lines of code are shown before and after a site.
const AROUND: usize = 3;

/// The places from which a program's events may come.
pub(crate) struct Sites {
    files: Vec<(PathBuf, String)>,
    emitters: Vec<Emitter>,
}

/// A macro call that emits an event, or prints.
struct Emitter {
    file: usize,
    /// From 1.
    line: usize,
    kind: Kind,
}

enum Kind {
    /// `debug!(task = …, on = ?duration, "block")`: the message, and the field besides `task`.
    Event { message: String, field: String },
    /// `println!("{}: {step}", …)`: the texts between the braces.
    Print(Vec<String>),
}

impl Sites {
    /// Reads the program and the layers: those of its own chapter and of the ones before.
    pub(crate) fn of(workspace: &Workspace, program: &Program) -> Self {
        let chapter = Path::new("chapters").join(&program.chapter);
        let own = match program.name == program.chapter {
            true => chapter.join("src/main.rs"),
            false => chapter.join(format!("examples/{}.rs", program.name)),
        };
        let layers = workspace.list(Path::new("chapters")).into_iter();
        let layers = layers
            .filter(|layer| *layer <= chapter)
            .flat_map(|layer| workspace.files(layer.join("src"), "rs"));
        let layers = layers.filter(|file| !file.ends_with("main.rs"));
        let read = |file: PathBuf| Some((file.clone(), workspace.read(&file).ok()?));
        let files: Vec<_> = [own].into_iter().chain(layers).filter_map(read).collect();
        let emitters =
            files.iter().enumerate().flat_map(|(file, (_, text))| emitters(file, text));
        Sites { emitters: emitters.collect(), files }
    }

    /// The site of each step, where there is just one that fits.
    pub(crate) fn locate(&self, steps: &[Step]) -> Vec<Option<Site>> {
        steps
            .iter()
            .map(|step| self.find(&step.event).map(|emitter| self.site(emitter)))
            .collect()
    }

    fn find(&self, event: &Event) -> Option<&Emitter> {
        if let Event::Print(text) = event {
            let fitting = self
                .emitters
                .iter()
                .filter_map(|emitter| Some((emitter.prints(text)?, emitter)));
            return fitting
                .max_by_key(|(letters, emitter)| (*letters, usize::MAX - emitter.line))
                .map(|(_, emitter)| emitter);
        }
        let only = |fits: &dyn Fn(&&Emitter) -> bool| {
            let mut fitting = self.emitters.iter().filter(fits);
            fitting.next().filter(|_| fitting.next().is_none())
        };
        // A program that says the very same as a layer does without that layer.
        only(&|emitter| emitter.file == 0 && emitter.emits(event, true))
            .or_else(|| only(&|emitter| emitter.emits(event, true)))
            .or_else(|| only(&|emitter| emitter.emits(event, false)))
    }

    fn site(&self, emitter: &Emitter) -> Site {
        let (file, text) = &self.files[emitter.file];
        let lines: Vec<_> = text.lines().collect();
        let (first, last) = around(&lines, emitter.line);
        let least =
            lines[first - 1..last].iter().filter(|line| !line.trim().is_empty());
        let indent =
            least.map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
        let code: Vec<_> = lines[first - 1..last]
            .iter()
            .map(|line| line.get(indent..).unwrap_or(""))
            .collect();
        Site { path: shown(file), line: emitter.line, code: code.join("\n"), first }
    }
}

/// A few lines around one of them, within the same function.
fn around(lines: &[&str], line: usize) -> (usize, usize) {
    let blank = |number: &usize| lines[number - 1].trim().is_empty();
    let first = (line.saturating_sub(AROUND).max(1)..line)
        .rev()
        .take_while(|n| !blank(n))
        .last()
        .unwrap_or(line);
    let last = (line + 1..=(line + AROUND).min(lines.len()))
        .take_while(|n| !blank(n))
        .last()
        .unwrap_or(line);
    let ends = |n: &usize| lines[n - 1].trim_start().starts_with(['}', ')']);
    ((first..=line).find(|n| !ends(n)).unwrap_or(line), last)
}

impl Emitter {
    /// Whether it emits such events: with this very field, or with any.
    fn emits(&self, event: &Event, exactly: bool) -> bool {
        let Kind::Event { message, field } = &self.kind else {
            return false;
        };
        let (name, expected) = match event {
            Event::Create { .. } => ("create", "name"),
            Event::Resume => ("resume", ""),
            Event::Yield => ("yield", ""),
            Event::Trap { .. } => ("trap", "call"),
            Event::Block { on } => ("block", on_field(on)),
            Event::Wake { by } => ("wake", if by.is_some() { "by" } else { "" }),
            Event::Complete { .. } => ("complete", "exit"),
            Event::Kill { by } => ("kill", if by.is_some() { "by" } else { "" }),
            Event::Timer { .. } => ("timer", "at"),
            Event::Io => ("io", ""),
            Event::Print(_) => return false,
        };
        let same =
            field.starts_with(expected) && field.is_empty() == expected.is_empty();
        message == name && (same || !exactly)
    }

    /// How many letters of `text` are this macro's own, if it could have printed it.
    fn prints(&self, text: &str) -> Option<usize> {
        let Kind::Print(parts) = &self.kind else {
            return None;
        };
        let (first, last) = (parts.first()?, parts.last()?);
        let mut rest = text.strip_prefix(first.as_str())?;
        if parts.len() == 1 {
            return rest.is_empty().then_some(first.len() + 1);
        }
        rest = rest.strip_suffix(last.as_str())?;
        for part in &parts[1..parts.len() - 1] {
            rest = rest.split_once(part.as_str())?.1;
        }
        Some(parts.iter().map(String::len).sum())
    }
}

/// How the field `on` is written where it is a task's number, a duration, or something else.
fn on_field(on: &Option<Subject>) -> &'static str {
    match on {
        None => "",
        Some(Subject::Task(_)) => "on = other",
        Some(Subject::Thing(thing))
            if thing.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            "on = ?"
        }
        Some(Subject::Thing(_)) => "on = %",
    }
}

/// The macro calls in a file, in order.
fn emitters(file: usize, text: &str) -> Vec<Emitter> {
    let mut found = Vec::new();
    for (at, name) in
        ["debug!(", "println!("].into_iter().flat_map(|name| text.match_indices(name))
    {
        let inside = &text[at + name.len()..];
        let line = 1 + text[..at].matches('\n').count();
        let comment = text[..at]
            .rsplit('\n')
            .next()
            .is_some_and(|line| line.trim_start().starts_with("//"));
        if comment || text[..at].ends_with('e') {
            continue; // an example, or eprintln!
        }
        let kind = match name {
            "debug!(" => event(inside),
            _ => print(inside),
        };
        found.extend(kind.map(|kind| Emitter { file, line, kind }));
    }
    found
}

/// `task = tid.number(), on = ?duration, "block")…`
fn event(inside: &str) -> Option<Kind> {
    let (fields, rest) = inside.split_once('"')?;
    let message = rest.split_once('"')?.0.to_string();
    let field = fields
        .split_once(',')
        .map_or("", |(_, rest)| rest)
        .trim()
        .trim_end_matches(',')
        .trim_start_matches('%');
    Some(Kind::Event { message, field: field.to_string() })
}

/// `"{}: {step}", self.name)…`, or nothing: an empty line.
fn print(inside: &str) -> Option<Kind> {
    let Some(format) = inside.trim_start().strip_prefix('"') else {
        return inside.starts_with(')').then(|| Kind::Print(vec![String::new()]));
    };
    let (mut parts, mut part) = (Vec::new(), String::new());
    let mut letters = format.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                parts.push(part);
                return Some(Kind::Print(parts));
            }
            '\\' => match letters.next()? {
                'n' => part.push('\n'),
                '\n' => while letters.next_if(|c| c.is_whitespace()).is_some() {},
                other => part.push(other),
            },
            '{' | '}' if letters.next_if_eq(&letter).is_some() => part.push(letter),
            '{' => {
                letters.by_ref().find(|c| *c == '}')?;
                parts.push(std::mem::take(&mut part));
            }
            _ => part.push(letter),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAYER: &str = "fn f() {\n    debug!(task = tid.number(), on = other.number(), \"block\");\n    \
        debug!(task = tid.number(), on = ?duration, \"block\");\n    debug!(task = tid.number(), on = %interest, \"block\");\n    \
        debug!(task = tid.number(), \"wake\");\n    debug!(\n        task = tid.number(),\n        by = ended.number(),\n        \"wake\"\n    );\n    \
        debug!(task = tid.number(), %exit, \"complete\");\n}\n";

    fn line(text: &str, event: &Event) -> Option<usize> {
        let files = vec![(PathBuf::from("a.rs"), text.to_string())];
        let sites = Sites { emitters: emitters(0, text), files };
        sites.find(event).map(|emitter| emitter.line)
    }

    #[test]
    fn events_are_told_apart_by_message_and_field() {
        let thing = |text: &str| Some(Subject::Thing(text.into()));
        assert_eq!(line(LAYER, &Event::Block { on: Some(Subject::Task(2)) }), Some(2));
        assert_eq!(line(LAYER, &Event::Block { on: thing("1.5s") }), Some(3));
        assert_eq!(line(LAYER, &Event::Block { on: thing("room") }), Some(4));
        assert_eq!(line(LAYER, &Event::Wake { by: None }), Some(5));
        assert_eq!(line(LAYER, &Event::Wake { by: Some(Subject::Task(1)) }), Some(6));
        assert_eq!(
            line(LAYER, &Event::Complete { exit: Some("returned".into()) }),
            Some(11)
        );
        assert_eq!(line(LAYER, &Event::Resume), None);
    }

    #[test]
    fn a_printed_line_is_found_by_its_text() {
        let text = "/// println!(\"soup: chop\");\nprintln!(\"{}: {step}\", name);\nprintln!(\"{name}: served {{}}\");\nprintln!();\neprintln!(\"no\");\n";
        let print = |text: &str| Event::Print(text.into());
        assert_eq!(line(text, &print("soup: chop")), Some(2));
        assert_eq!(line(text, &print("soup: served {}")), Some(3));
        assert_eq!(line(text, &print("")), Some(4));
        assert_eq!(line(text, &print("no")), None);
    }

    #[test]
    fn the_lines_around_stay_within_a_paragraph() {
        let lines = ["a", "", "b", "c", "d", "e", "f", "g"];
        assert_eq!(around(&lines, 4), (3, 7));
        assert_eq!(around(&lines, 1), (1, 1));
    }
}
