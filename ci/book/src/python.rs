//! Cuts functions and classes out of Python source, by name.

use crate::excerpt::Piece;
use crate::problem::{Problem, shown};
use crate::text::did_you_mean;
use std::path::Path;

/// Cuts the `def`s and `class`es of these names, with their decorators and the comments above.
pub(crate) fn cut(
    file: &Path,
    text: &str,
    names: &[String],
) -> Result<Vec<Piece>, Problem> {
    let lines: Vec<&str> = text.lines().collect();
    let starts = statements(text);
    let cut = |name: &String| {
        let start = find(file, &lines, &starts, name)?;
        Ok(piece(&lines, &starts, start))
    };
    names.iter().map(cut).collect()
}

/// The number of the statement that defines `name`, at the top level if it is defined there.
fn find(
    file: &Path,
    lines: &[&str],
    starts: &[usize],
    name: &str,
) -> Result<usize, Problem> {
    let all =
        (0..starts.len()).filter(|&start| defines(lines[starts[start]]) == Some(name));
    let (top, nested): (Vec<_>, Vec<_>) =
        all.partition(|&start| !lines[starts[start]].starts_with(char::is_whitespace));
    match if top.is_empty() { &nested } else { &top }.as_slice() {
        [] => Err(unknown(file, lines, starts, name)),
        [start] => Ok(*start),
        several => {
            let at: Vec<_> =
                several.iter().map(|&s| (starts[s] + 1).to_string()).collect();
            let (file, at) = (shown(file), at.join(" and "));
            let what =
                format!("`{name}` is ambiguous in {file}: it is defined in lines {at}");
            Err(Problem::new(what))
        }
    }
}

/// What a line defines: `def name(…):`, `async def name(…):`, `class Name:`.
fn defines(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = line.strip_prefix("async ").unwrap_or(line);
    let rest = line.strip_prefix("def ").or_else(|| line.strip_prefix("class "))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}

/// The lines of the definition that begins with the statement number `start`.
fn piece(lines: &[&str], starts: &[usize], start: usize) -> Piece {
    let indent = |at: usize| lines[at].len() - lines[at].trim_start().len();
    let own = indent(starts[start]);
    let mut first = starts[start];
    let above = |line: &str| {
        line.trim_start().starts_with(['@', '#']) && !line.starts_with("#!")
    };
    while first > 0 && above(lines[first - 1]) {
        first -= 1;
    }
    let next = starts[start + 1..].iter().find(|&&at| indent(at) <= own);
    let mut end = next.copied().unwrap_or(lines.len());
    // What stands between this definition and the next belongs to neither, or to the next.
    let outside = |at: usize| {
        let line = lines[at].trim_start();
        line.is_empty() || line.starts_with(['@', '#']) && indent(at) <= own
    };
    while outside(end - 1) {
        end -= 1;
    }
    Piece::from(first + 1..=end)
}

/// The lines on which a statement begins: not those inside brackets or strings, nor comments.
fn statements(text: &str) -> Vec<usize> {
    let mut scanner = Scanner::default();
    let mut starts = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let code = line.trim_start();
        if scanner.between_statements()
            && !code.is_empty()
            && !code.starts_with(['#', '@'])
        {
            starts.push(at);
        }
        scanner.line(line);
    }
    starts
}

/// Knows whether the next line goes on with a statement.
#[derive(Default)]
struct Scanner {
    brackets: usize,
    /// The quotes that will end the string that we are in.
    string: Option<&'static str>,
    backslash: bool,
}

impl Scanner {
    fn between_statements(&self) -> bool {
        self.brackets == 0 && self.string.is_none() && !self.backslash
    }

    fn line(&mut self, line: &str) {
        let mut rest = line;
        while let Some(first) = rest.chars().next() {
            rest = match self.string {
                Some(quotes) => self.in_string(rest, first, quotes),
                None if first == '#' => break,
                None => self.in_code(rest, first),
            };
        }
        // Only a string in three quotes goes on in the next line.
        self.string = self.string.filter(|quotes| quotes.len() == 3);
        self.backslash = line.ends_with('\\');
    }

    /// Reads one step, and returns the rest.
    fn in_string<'a>(&mut self, rest: &'a str, first: char, quotes: &str) -> &'a str {
        if let Some(rest) = rest.strip_prefix(quotes) {
            self.string = None;
            return rest;
        }
        let mut chars = rest.chars();
        chars.next();
        if first == '\\' {
            chars.next();
        }
        chars.as_str()
    }

    /// Reads one step, and returns the rest.
    fn in_code<'a>(&mut self, rest: &'a str, first: char) -> &'a str {
        self.string = QUOTES.into_iter().find(|quotes| rest.starts_with(quotes));
        match first {
            '(' | '[' | '{' => self.brackets += 1,
            ')' | ']' | '}' => self.brackets = self.brackets.saturating_sub(1),
            _ => {}
        }
        &rest[self.string.map_or(first.len_utf8(), str::len)..]
    }
}

const QUOTES: [&str; 4] = ["\"\"\"", "'''", "\"", "'"];

fn unknown(file: &Path, lines: &[&str], starts: &[usize], name: &str) -> Problem {
    let names = starts.iter().filter_map(|&at| defines(lines[at]));
    let hint = did_you_mean(name, names.map(str::to_string));
    Problem::new(format!("no def or class `{name}` in {}{hint}", shown(file)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"#!/usr/bin/env python3
"""Text with
def not_this():
in it."""

import sys

# Says it all.
@cached
def first(
    a,
):
    print("a # b", [
1,
    ])

    # inside


async def second(): return 1
class Third:
    def method(self):
        pass

    def twice(self):
        pass

    def twice(self):
        pass

    def first(self):
        pass

if __name__ == "__main__":
    first(1)
"#;

    fn lines_of(name: &str) -> Vec<usize> {
        let pieces = cut(Path::new("a.py"), SOURCE, &[name.to_string()]).unwrap();
        vec![*pieces[0].lines.start(), *pieces[0].lines.end()]
    }

    #[test]
    fn a_definition_has_its_decorator_and_comment_and_all_of_its_body() {
        assert_eq!(lines_of("first"), [8, 17]);
    }

    #[test]
    fn a_definition_ends_where_the_next_begins() {
        assert_eq!(lines_of("second"), [20, 20]);
        assert_eq!(lines_of("Third"), [21, 32]);
        assert_eq!(lines_of("method"), [22, 23]);
    }

    #[test]
    fn a_name_means_the_top_level_first_and_one_thing() {
        assert_eq!(lines_of("first"), [8, 17]);
        let problem = cut(Path::new("a.py"), SOURCE, &["twice".into()]).unwrap_err();
        assert!(problem.to_string().ends_with("it is defined in lines 25 and 28"));
    }

    #[test]
    fn text_in_a_string_defines_nothing() {
        let problem = cut(Path::new("a.py"), SOURCE, &["not_this".into()]).unwrap_err();
        assert!(problem.to_string().contains("no def or class `not_this`"));
    }

    #[test]
    fn a_near_name_is_suggested() {
        let problem = cut(Path::new("a.py"), SOURCE, &["frist".into()]).unwrap_err();
        assert!(problem.to_string().contains("did you mean `first`?"));
    }
}
