//! Small things done to text.

/// Text as HTML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A fenced code block. Its fence is longer than any run of backticks in `code`.
pub(crate) fn fence(language: &str, code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{language}\n{}\n{fence}\n", code.trim_end())
}

/// Takes the first line's indentation off every line that has it.
pub(crate) fn dedent(code: &str) -> String {
    let first = code.lines().next().unwrap_or("");
    let indent = &first[..first.len() - first.trim_start().len()];
    let lines: Vec<_> = code
        .lines()
        .map(|line| line.strip_prefix(indent).unwrap_or_else(|| line.trim_start()))
        .collect();
    lines.join("\n")
}

/// "; did you mean `a`, `b`?" with the names most like `wanted`, or nothing.
pub(crate) fn did_you_mean(
    wanted: &str,
    names: impl IntoIterator<Item = String>,
) -> String {
    let mut near: Vec<(f64, String)> = names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(wanted, &name), name))
        .filter(|(likeness, _)| *likeness > 0.7)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.dedup_by(|a, b| a.1 == b.1);
    let near: Vec<_> = near.iter().take(3).map(|(_, n)| format!("`{n}`")).collect();
    match near.is_empty() {
        true => String::new(),
        false => format!("; did you mean {}?", near.join(", ")),
    }
}

/// `1 page`, `2 pages`.
pub(crate) fn count(number: usize, thing: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{s}")
}

/// The line, from 1, in which the byte at `offset` stands.
pub(crate) fn line_of(text: &str, offset: usize) -> usize {
    1 + text[..offset].matches('\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_is_longer_than_the_ones_inside() {
        assert_eq!(fence("rust", "/// ```\n"), "````rust\n/// ```\n````\n");
        assert_eq!(fence("text", "a"), "```text\na\n```\n");
    }

    #[test]
    fn dedent_goes_by_the_first_line() {
        let code = "    fn f() {\n        1\n\n    }";
        assert_eq!(dedent(code), "fn f() {\n    1\n\n}");
    }

    #[test]
    fn dedent_leaves_a_raw_string_that_reaches_further_left() {
        let code = "    let s = r\"\nleft\n        right\";";
        assert_eq!(dedent(code), "let s = r\"\nleft\n    right\";");
    }

    #[test]
    fn near_names_are_suggested_and_others_not() {
        let names = ["Countdown".to_string(), "Zebra".to_string()];
        assert_eq!(did_you_mean("Countdwn", names), "; did you mean `Countdown`?");
        assert_eq!(did_you_mean("Kernel", ["xyz".to_string()]), "");
    }

    #[test]
    fn lines_count_from_one() {
        assert_eq!(line_of("a\nb\nc", 0), 1);
        assert_eq!(line_of("a\nb\nc", 4), 3);
    }
}
