use crate::excerpt::Lines;

/// The comment at the top of a file, from its first `//!` or `#![…]` to its last.
pub(super) fn lines(text: &str) -> Option<Lines> {
    let is_header = |line: &str| line.starts_with("//!") || line.starts_with("#![");
    let last = text
        .lines()
        .take_while(|line| line.is_empty() || line.starts_with("//") || is_header(line))
        .zip(1..)
        .filter(|(line, _)| is_header(line))
        .map(|(_, number)| number)
        .last()?;
    Some(1..=last)
}
