//! Marked regions: one solution file from which both texts of an exercise are made.
//!
//! ```text
//! // TODO: hand out the number            the stub gets todo!("hand out the number")
//! …the solution's lines…
//! // END
//!
//! // FAULT                                the stub gets these lines, uncommented
//! // …broken lines…
//! // FIX
//! …the solution's lines…
//! // END
//! ```
//!
//! All lines outside the regions belong to both.

use std::fmt;

/// What is wrong with the marked regions of a solution, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionError {
    /// The line of the marker that is wrong, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong with a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A region that no `// END` closes.
    Unclosed,
    /// `// END` where no region is open.
    EndWithoutStart,
    /// `// END` of a `// FAULT` region that has no `// FIX`.
    FaultWithoutFix,
    /// `// FIX` that does not stand in a `// FAULT` region, or stands there twice.
    FixWithoutFault,
    /// A region inside another.
    Nested,
    /// `// TODO:` without a message.
    EmptyTodo,
    /// A line between `// FAULT` and `// FIX` that is no comment, so it would be compiled.
    FaultNotCommented,
}

impl fmt::Display for RegionError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Problem::Unclosed => "no `// END` closes this region",
            Problem::EndWithoutStart => "`// END` without a region that it could close",
            Problem::FaultWithoutFix => {
                "`// END` of a `// FAULT` region that has no `// FIX`"
            }
            Problem::FixWithoutFault => "`// FIX` without a `// FAULT` before it",
            Problem::Nested => "a region starts inside another",
            Problem::EmptyTodo => "`// TODO:` without saying what is to be done",
            Problem::FaultNotCommented => "every line of a fault must be commented out",
        })
    }
}

impl std::error::Error for RegionError {}

/// What the reader starts from: a `todo!` for each `// TODO:` region, the broken lines for each
/// `// FAULT`.
///
/// # Errors
///
/// If a region is not well-formed: see [`Problem`].
///
/// ```
/// let solution = "fn two() -> u32 {\n    // TODO: return two\n    2\n    // END\n}\n";
/// let stub = "fn two() -> u32 {\n    todo!(\"return two\")\n}\n";
/// assert_eq!(exercises::regions::stub(solution).unwrap(), stub);
/// ```
pub fn stub(solution: &str) -> Result<String, RegionError> {
    let pieces = parse(solution)?;
    let mut stub = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Both(line) => push(&mut stub, line),
            Piece::Todo { indent, message, .. } => {
                let end = if goes_on(&pieces[at + 1..]) { ";" } else { "" };
                push(&mut stub, &format!("{indent}{}{end}", todo(message)));
            }
            Piece::Fault { fault, .. } => {
                fault.iter().for_each(|line| push(&mut stub, line));
            }
        }
    }
    Ok(stub)
}

/// The solution without its markers and faults: what a reader may look at.
///
/// # Errors
///
/// If a region is not well-formed: see [`Problem`].
///
/// ```
/// let marked = "// FAULT\n// let n = 1;\n// FIX\nlet n = 2;\n// END\n";
/// assert_eq!(exercises::regions::solution(marked).unwrap(), "let n = 2;\n");
/// ```
pub fn solution(solution: &str) -> Result<String, RegionError> {
    let mut text = String::new();
    for piece in parse(solution)? {
        let lines = match piece {
            Piece::Both(line) => vec![line],
            Piece::Todo { lines, .. } => lines,
            Piece::Fault { fix, .. } => fix.unwrap_or_default(),
        };
        lines.iter().for_each(|line| push(&mut text, line));
    }
    Ok(text)
}

/// A line that belongs to both texts, or a region.
enum Piece<'a> {
    Both(&'a str),
    Todo {
        indent: &'a str,
        message: &'a str,
        lines: Vec<&'a str>,
    },
    Fault {
        fault: Vec<String>,
        /// Nothing yet while the lines of the fault are read.
        fix: Option<Vec<&'a str>>,
    },
}

impl<'a> Piece<'a> {
    /// Adds a line to this region.
    fn push(&mut self, line: &'a str) -> Result<(), Problem> {
        match self {
            Piece::Todo { lines, .. } => lines.push(line),
            Piece::Fault { fix: Some(fix), .. } => fix.push(line),
            Piece::Fault { fault, fix: None } => fault.push(uncomment(line)?),
            Piece::Both(_) => {}
        }
        Ok(())
    }
}

fn parse(text: &str) -> Result<Vec<Piece<'_>>, RegionError> {
    let mut parser = Parser::default();
    for (line, number) in text.lines().zip(1..) {
        let at = |problem| RegionError { line: number, problem };
        match Marker::of(line) {
            Some(marker) => parser.marker(marker, line, number).map_err(at)?,
            None => parser.line(line).map_err(at)?,
        }
    }
    match parser.open {
        Some((line, _)) => Err(RegionError { line, problem: Problem::Unclosed }),
        None => Ok(parser.pieces),
    }
}

#[derive(Default)]
struct Parser<'a> {
    pieces: Vec<Piece<'a>>,
    /// The region that is not closed yet, and the line that opened it.
    open: Option<(usize, Piece<'a>)>,
}

impl<'a> Parser<'a> {
    fn line(&mut self, line: &'a str) -> Result<(), Problem> {
        match &mut self.open {
            Some((_, region)) => region.push(line)?,
            None => self.pieces.push(Piece::Both(line)),
        }
        Ok(())
    }

    fn marker(
        &mut self,
        marker: Marker<'a>,
        line: &'a str,
        number: usize,
    ) -> Result<(), Problem> {
        match (marker, self.open.take()) {
            (Marker::Todo(_) | Marker::Fault, Some(_)) => return Err(Problem::Nested),
            (Marker::Todo(""), None) => return Err(Problem::EmptyTodo),
            (Marker::Todo(message), None) => {
                let (indent, lines) = (indent(line), Vec::new());
                let region = Piece::Todo { indent, message, lines };
                self.open = Some((number, region));
            }
            (Marker::Fault, None) => {
                let (fault, fix) = (Vec::new(), None);
                self.open = Some((number, Piece::Fault { fault, fix }));
            }
            (Marker::Fix, Some((start, Piece::Fault { fault, fix: None }))) => {
                let fix = Some(Vec::new());
                self.open = Some((start, Piece::Fault { fault, fix }));
            }
            (Marker::Fix, _) => return Err(Problem::FixWithoutFault),
            (Marker::End, Some((_, Piece::Fault { fix: None, .. }))) => {
                return Err(Problem::FaultWithoutFix);
            }
            (Marker::End, Some((_, region))) => self.pieces.push(region),
            (Marker::End, None) => return Err(Problem::EndWithoutStart),
        }
        Ok(())
    }
}

/// A line that opens, divides or closes a region.
enum Marker<'a> {
    Todo(&'a str),
    Fault,
    Fix,
    End,
}

impl<'a> Marker<'a> {
    fn of(line: &'a str) -> Option<Self> {
        match line.trim().strip_prefix("//")?.trim() {
            "FAULT" => Some(Marker::Fault),
            "FIX" => Some(Marker::Fix),
            "END" => Some(Marker::End),
            "TODO" => Some(Marker::Todo("")),
            comment => comment.strip_prefix("TODO:").map(str::trim).map(Marker::Todo),
        }
    }
}

fn push(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push('\n');
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// `todo!` takes a format string: braces are doubled, quotes escaped.
fn todo(message: &str) -> String {
    let message = message.replace('{', "{{").replace('}', "}}");
    format!("todo!({message:?})")
}

/// Takes the `// ` off a commented line, and leaves its indentation.
fn uncomment(line: &str) -> Result<String, Problem> {
    let code = line.trim_start();
    if code.is_empty() {
        return Ok(String::new());
    }
    let code = code.strip_prefix("//").ok_or(Problem::FaultNotCommented)?;
    Ok(format!("{}{}", indent(line), code.strip_prefix(' ').unwrap_or(code)))
}

/// Whether code of the same block follows. If so, the `todo!` must be a statement.
fn goes_on(rest: &[Piece]) -> bool {
    let first = rest.iter().find_map(|piece| match piece {
        Piece::Both(line) => code(line),
        Piece::Todo { message, .. } => Some(*message),
        Piece::Fault { fault, .. } => fault.iter().find_map(|line| code(line)),
    });
    // These end or continue the expression before them.
    first.is_some_and(|code| !code.starts_with(['}', ')', ']', ',', ';', '.', '?']))
}

/// The line, unless it is blank or a comment.
fn code(line: &str) -> Option<&str> {
    Some(line.trim()).filter(|line| !line.is_empty() && !line.starts_with("//"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTER: &str = "\
/// Counts.
fn next(&mut self) -> u32 {
    // TODO: move on
    self.n += 1;
    // END

    // FAULT
    // if self.n > 3 {
    //     self.n = 0;
    // }
    // FIX
    self.n %= 4;
    // END
    // Hand it out.
    // TODO: hand out \"{n}\"
    self.n
    // END
}
";

    #[test]
    fn a_stub_has_todos_and_faults() {
        let expected = "\
/// Counts.
fn next(&mut self) -> u32 {
    todo!(\"move on\");

    if self.n > 3 {
        self.n = 0;
    }
    // Hand it out.
    todo!(\"hand out \\\"{{n}}\\\"\")
}
";
        assert_eq!(stub(COUNTER).unwrap(), expected);
    }

    #[test]
    fn a_solution_has_neither_markers_nor_faults() {
        let expected = "\
/// Counts.
fn next(&mut self) -> u32 {
    self.n += 1;

    self.n %= 4;
    // Hand it out.
    self.n
}
";
        assert_eq!(solution(COUNTER).unwrap(), expected);
    }

    #[test]
    fn a_todo_that_more_lines_of_the_expression_follow_is_no_statement() {
        let marked =
            "let n = numbers\n// TODO: map\n.map(f)\n// END\n\n// Then:\n.sum();\n";
        let expected = "let n = numbers\ntodo!(\"map\")\n\n// Then:\n.sum();\n";
        assert_eq!(stub(marked).unwrap(), expected);
    }

    #[test]
    fn a_fault_may_be_a_missing_line() {
        let marked = "a();\n// FAULT\n// FIX\nb();\n// END\n";
        assert_eq!(stub(marked).unwrap(), "a();\n");
        assert_eq!(solution(marked).unwrap(), "a();\nb();\n");
    }

    #[track_caller]
    fn refused(marked: &str, line: usize, problem: Problem) {
        let error = RegionError { line, problem };
        assert_eq!(stub(marked), Err(error));
        assert_eq!(solution(marked), Err(error));
    }

    #[test]
    fn malformed_regions_are_refused_with_their_line() {
        refused("a\n// TODO: b\nc\n", 2, Problem::Unclosed);
        refused("// FAULT\n// FIX\nc\n", 1, Problem::Unclosed);
        refused("a\nb\n// END\n", 3, Problem::EndWithoutStart);
        refused("// FAULT\n// a\n// END\n", 3, Problem::FaultWithoutFix);
        refused("// TODO: a\n// FIX\n// END\n", 2, Problem::FixWithoutFault);
        refused("// FAULT\n// FIX\n// FIX\n// END\n", 3, Problem::FixWithoutFault);
        refused("// TODO: a\n// TODO: b\n// END\n", 2, Problem::Nested);
        refused("// FAULT\n// FIX\n// FAULT\n// FIX\n// END\n", 3, Problem::Nested);
        refused("// TODO:\n1\n// END\n", 1, Problem::EmptyTodo);
        refused("    // TODO\n1\n// END\n", 1, Problem::EmptyTodo);
        refused("// FAULT\na\n// FIX\n// END\n", 2, Problem::FaultNotCommented);
    }
}
