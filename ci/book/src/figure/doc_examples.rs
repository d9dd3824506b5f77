//! The examples in doc comments: tested, worth a look, and in the way of whoever reads the code.

/// Takes the examples out of the doc comments in `code`. The first text is the code without
/// them, the second one the examples, without the comment signs.
pub(super) fn apart(code: &str) -> (String, String) {
    let (mut kept, mut examples): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
    let mut inside = false;
    for line in code.lines() {
        let text = doc_comment(line);
        let is_fence = text.is_some_and(|text| text.starts_with("```"));
        match text {
            Some(_) if is_fence && !inside => {
                // An empty line of comment set the example off from the words above it.
                kept.pop_if(|line| doc_comment(line) == Some(""));
                if !examples.is_empty() {
                    examples.push(String::new());
                }
            }
            Some(text) if inside && !is_fence => examples.push(unhidden(text)),
            _ if is_fence => {}
            _ => kept.push(line),
        }
        inside ^= is_fence;
    }
    (kept.join("\n"), examples.join("\n"))
}

/// What a line of doc comment says.
fn doc_comment(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let text = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"))?;
    Some(text.strip_prefix(' ').unwrap_or(text))
}

/// A line that rustdoc would hide, made visible.
fn unhidden(line: &str) -> String {
    match line.trim_start() {
        "#" => String::new(),
        text => text.strip_prefix("# ").unwrap_or(line).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_goes_and_the_words_stay() {
        let code = "/// Adds.\n///\n/// ```\n/// # use a::b;\n/// let x = 1;\n/// ```\n///\n\
                    /// # Errors\n///\n/// None.\nfn f() {}";
        let (kept, examples) = apart(code);
        assert_eq!(kept, "/// Adds.\n///\n/// # Errors\n///\n/// None.\nfn f() {}");
        assert_eq!(examples, "use a::b;\nlet x = 1;");
    }

    #[test]
    fn examples_of_two_items_are_set_apart() {
        let code = "    /// ```\n    /// a();\n    /// ```\n    fn a() {}\n    /// ```\n    /// b();\n    /// ```\n    fn b() {}";
        let (kept, examples) = apart(code);
        assert_eq!(kept, "    fn a() {}\n    fn b() {}");
        assert_eq!(examples, "a();\n\nb();");
    }

    #[test]
    fn a_fence_in_a_string_is_code() {
        let code = "let s = \"\n```\n\";";
        assert_eq!(apart(code), (code.to_string(), String::new()));
    }
}
