//! What a page may ask for: `{{#listing …}}` and the others, each alone on its line.

use crate::problem::Problem;
use crate::text::did_you_mean;

/// One directive of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Directive {
    /// A figure stands here.
    Figure(Subject),
    /// The next two figures stand side by side.
    Beside,
    /// The end of [`Directive::Beside`].
    EndBeside,
}

/// What a figure shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A Rust file, or items of it.
    Listing(Source),
    /// A Python file, or definitions in it.
    Python(Source),
    /// What a program prints.
    Output(Program),
    /// A compile-fail case and the compiler's message.
    CompileError(String),
    /// The recorded run of a program, drawn, with a caption.
    Timeline(Program, String),
    /// The inputs of a program that the reader can change and run, with a sentence that says what to try.
    Lab(Program, String),
    /// What the reader starts from, and hints.
    Exercise(Name),
    /// The solution, folded.
    Solution(Name),
}

/// `PATH`, or `PATH item; item`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) items: Vec<String>,
}

/// `01-generators/pipeline`, or `01-generators` for the chapter's own program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Program {
    pub(crate) chapter: String,
    pub(crate) name: String,
}

/// `01-generators fibonacci`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) chapter: String,
    pub(crate) exercise: String,
}

const NAMES: [&str; 9] = [
    "listing", "python", "output", "error", "timeline", "lab", "exercise", "solution",
    "beside",
];

/// mdBook's own, which it handles itself.
const OF_MDBOOK: [&str; 4] = ["include", "rustdoc_include", "playground", "title"];

impl Directive {
    /// Reads a line. `None` if it holds no directive, or one of mdBook's own.
    pub(crate) fn parse(line: &str) -> Option<Result<Self, Problem>> {
        let line = line.trim();
        if line == "{{/beside}}" {
            return Some(Ok(Directive::EndBeside));
        }
        let rest = line.strip_prefix("{{#").or_else(|| line.strip_prefix("{{/"))?;
        let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_');
        if OF_MDBOOK.contains(&name.clone().next()?) {
            return None;
        }
        Some(match rest.strip_suffix("}}") {
            Some(inner) if line.starts_with("{{#") => Directive::of(inner.trim()),
            Some(inner) => {
                Err(Problem::new(format!("nothing is closed by `{{{{/{inner}}}}}`")))
            }
            None => Err(Problem::new(format!(
                "a directive stands alone on its line and ends with }}}}: `{line}`"
            ))),
        })
    }

    fn of(inner: &str) -> Result<Self, Problem> {
        let (name, rest) = split(inner);
        Ok(Directive::Figure(match name {
            "listing" => Subject::Listing(Source::parse(rest)?),
            "python" => Subject::Python(Source::parse(rest)?),
            "output" => Subject::Output(Program::parse(rest)?),
            "error" => Subject::CompileError(word(rest, A_CASE)?),
            "timeline" => Subject::captioned(
                rest,
                Subject::Timeline,
                "a timeline needs a caption that says what to look at",
            )?,
            "lab" => Subject::captioned(
                rest,
                Subject::Lab,
                "a laboratory needs a sentence that says what to try",
            )?,
            "exercise" => Subject::Exercise(Name::parse(rest)?),
            "solution" => Subject::Solution(Name::parse(rest)?),
            "beside" if rest.is_empty() => return Ok(Directive::Beside),
            _ => {
                let hint = did_you_mean(name, NAMES.map(String::from));
                return Err(Problem::new(format!("unknown directive `{name}`{hint}")));
            }
        }))
    }
}

const A_CASE: &str = "a path such as 01-generators/tests/ui/moved.rs";

impl Subject {
    fn captioned(
        rest: &str,
        subject: fn(Program, String) -> Self,
        otherwise: &str,
    ) -> Result<Self, Problem> {
        let (program, caption) = split(rest);
        if caption.is_empty() {
            return Err(Problem::new(otherwise));
        }
        Ok(subject(Program::parse(program)?, caption.into()))
    }
}

impl Source {
    fn parse(rest: &str) -> Result<Self, Problem> {
        let (path, items) = split(rest);
        Ok(Source {
            path: word(path, "a path, from chapters/")?,
            items: items
                .split(';')
                .map(str::trim)
                .filter(|item| !item.is_empty())
                .map(str::to_string)
                .collect(),
        })
    }
}

impl Program {
    pub(crate) fn parse(rest: &str) -> Result<Self, Problem> {
        let path = word(rest, "a program such as 01-generators/pipeline")?;
        let (chapter, name) = path.split_once('/').unwrap_or((&path, &path));
        Ok(Program { chapter: chapter.into(), name: name.into() })
    }
}

impl Name {
    fn parse(rest: &str) -> Result<Self, Problem> {
        match rest.split_whitespace().collect::<Vec<_>>()[..] {
            [chapter, exercise] => {
                Ok(Name { chapter: chapter.into(), exercise: exercise.into() })
            }
            _ => Err(Problem::new(
                "this needs a chapter and an exercise, such as `01-generators fibonacci`",
            )),
        }
    }
}

/// The first word, and the rest.
fn split(text: &str) -> (&str, &str) {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (first, rest.trim())
}

fn word(text: &str, expected: &str) -> Result<String, Problem> {
    match text.split_whitespace().collect::<Vec<_>>()[..] {
        [word] => Ok(word.into()),
        _ => Err(Problem::new(format!("this needs {expected}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Directive {
        Directive::parse(line).unwrap().unwrap()
    }

    #[track_caller]
    fn refused(line: &str, why: &str) {
        let problem = Directive::parse(line).unwrap().unwrap_err().to_string();
        assert!(problem.contains(why), "{problem}");
    }

    #[test]
    fn items_are_separated_by_semicolons() {
        let source = Source {
            path: "a/src/b.rs".into(),
            items: vec!["Name".into(), "impl A for B".into()],
        };
        let line = "{{#listing a/src/b.rs Name; impl A for B}}";
        assert_eq!(parse(line), Directive::Figure(Subject::Listing(source)));
    }

    #[test]
    fn a_chapter_alone_is_its_own_program() {
        let program =
            |name: &str| Program { chapter: "01-generators".into(), name: name.into() };
        assert_eq!(
            parse("{{#output 01-generators}}"),
            Directive::Figure(Subject::Output(program("01-generators")))
        );
        assert_eq!(
            parse("{{#timeline 01-generators/hog Look here.}}"),
            Directive::Figure(Subject::Timeline(program("hog"), "Look here.".into()))
        );
    }

    #[test]
    fn mdbooks_own_directives_are_left_to_it() {
        assert!(Directive::parse("{{#title Hello}}").is_none());
        assert!(Directive::parse("text").is_none());
    }

    #[test]
    fn malformed_directives_are_refused() {
        refused(
            "{{#listng a.rs}}",
            "unknown directive `listng`; did you mean `listing`?",
        );
        refused("{{#listing a.rs", "ends with }}");
        refused("{{#listing}}", "needs a path");
        refused("{{#timeline a/b}}", "needs a caption");
        refused("{{#exercise a}}", "needs a chapter and an exercise");
        refused("{{/listing}}", "nothing is closed by `{{/listing}}`");
    }
}
