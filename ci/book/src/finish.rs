//! The last touch to a finished page: what it says of itself to those who link to it, and nothing
//! to load that it does not use.

use crate::text::escape;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The picture beside a link to the book.
const PREVIEW: &str = "images/preview.png";

/// How long a description may be, and must be to say something, in bytes.
const LONGEST: usize = 200;
const SHORTEST: usize = 60;

/// What only some pages load, and by what such a page is known.
const PARTS: [(&str, &[&str]); 2] = [
    ("/assets/trace", &["<figure class=\"trace", "<form class=\"lab\""]),
    ("/assets/lab", &["<form class=\"lab\""]),
];

/// A finished book.
pub(crate) struct Finished<'a> {
    pub(crate) folder: &'a Path,
    pub(crate) title: &'a str,
    /// Where it will stand, if book.toml says so.
    pub(crate) site_url: Option<&'a str>,
}

impl Finished<'_> {
    /// Goes over every page.
    pub(crate) fn touch_up(&self) -> Result<()> {
        for path in Workspace::at(self.folder).files("", "html") {
            let file = self.folder.join(path);
            let cannot = || format!("cannot finish {}", file.display());
            let page = fs::read_to_string(&file).with_context(cannot)?;
            fs::write(&file, self.with_preview(&without_unused(&page)))
                .with_context(cannot)?;
        }
        Ok(())
    }

    /// The page, with its own description, and what others show beside a link to it.
    fn with_preview(&self, page: &str) -> String {
        let (Some(title), Some((before, general, after))) = (
            between(page, "<title>", "</title>"),
            split(page, "<meta name=\"description\" content=\"", "\">"),
        ) else {
            return page.into();
        };
        let description = first_paragraph(page).unwrap_or(general.into());
        let title =
            title.strip_suffix(&format!(" - {}", escape(self.title))).unwrap_or(title);
        let mut head =
            format!("{before}<meta name=\"description\" content=\"{description}\">");
        let mut says = |key: &str, what: &str| {
            head +=
                &format!("\n        <meta property=\"og:{key}\" content=\"{what}\">");
        };
        says("type", "website");
        says("site_name", &escape(self.title));
        says("title", title);
        says("description", &description);
        if let Some(image) = self.image() {
            says("image", &image);
        }
        head + after
    }

    /// Others fetch the picture from wherever they are: a path alone would not lead them there.
    fn image(&self) -> Option<String> {
        let url = self.site_url.filter(|url| url.contains("://"))?;
        let there = self.folder.join(PREVIEW).is_file();
        there.then(|| format!("{}/{PREVIEW}", url.trim_end_matches('/')))
    }
}

/// The page without scripts and styles that find nothing to do there.
fn without_unused(page: &str) -> String {
    let unused =
        PARTS.iter().filter(|(_, signs)| !signs.iter().any(|sign| page.contains(sign)));
    let unused: Vec<_> = unused.map(|(part, _)| part).collect();
    let loads = |line: &str| {
        let line = line.trim_start();
        line.starts_with("<script src=") || line.starts_with("<link rel=\"stylesheet\"")
    };
    let kept =
        |line: &&str| !(loads(line) && unused.iter().any(|part| line.contains(*part)));
    page.split_inclusive('\n').filter(kept).collect()
}

/// The text of the page's first paragraph as the value of an attribute, if that says enough.
fn first_paragraph(page: &str) -> Option<String> {
    let main = between(page, "<main>", "</main>")?;
    let text = without_tags(between(main, "<p>", "</p>")?).replace('"', "&quot;");
    let words: Vec<_> = text.split_whitespace().collect();
    Some(shortened(&words.join(" "))).filter(|text| text.len() >= SHORTEST)
}

/// Whole sentences if they fit, else whole words.
fn shortened(text: &str) -> String {
    if text.len() <= LONGEST && !text.ends_with(':') {
        return text.into();
    }
    let fits = &text[..text.floor_char_boundary(LONGEST)];
    match [". ", "? ", "! "].iter().filter_map(|end| fits.rfind(end)).max() {
        Some(end) if end >= SHORTEST => fits[..=end].into(),
        _ => format!("{} …", &fits[..fits.rfind(' ').unwrap_or(0)]),
    }
}

fn without_tags(html: &str) -> String {
    let pieces = html.split('<').enumerate();
    let text = pieces.map(|(i, piece)| match i {
        0 => piece,
        _ => piece.split_once('>').map_or("", |(_, text)| text),
    });
    text.collect()
}

/// What stands between `start` and the next `end`.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    split(text, start, end).map(|(_, between, _)| between)
}

/// The text before `start`, up to the next `end`, and after that.
fn split<'a>(
    text: &'a str,
    start: &str,
    end: &str,
) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = text.split_once(start)?;
    let (between, after) = rest.split_once(end)?;
    Some((before, between, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_ends_with_a_sentence_or_at_least_with_a_word() {
        assert_eq!(shortened("Short."), "Short.");
        assert_eq!(shortened("What we have:"), "What we …");
        let sentence = format!("{}.", "word ".repeat(30).trim());
        assert_eq!(shortened(&format!("{sentence} And then {sentence}")), sentence);
        let long = shortened(&"word ".repeat(60));
        assert!(long.ends_with("word …") && long.len() <= LONGEST + 4, "{long}");
    }

    #[test]
    fn a_description_is_plain_text() {
        let more = "and so on ".repeat(6);
        let page = format!(
            "<main><h1>A</h1>\n<p>Is <code>a &lt; b</code>\n\"so\" {more}</p></main>"
        );
        let text = format!("Is a &lt; b &quot;so&quot; {}", more.trim());
        assert_eq!(first_paragraph(&page), Some(text));
        assert_eq!(first_paragraph("<main><h1>A</h1><p>Short.</p></main>"), None);
    }

    #[test]
    fn only_what_is_used_is_loaded() {
        let scripts = "<script src=\"ci/book/assets/trace-12.js\"></script>\n\
                       <script src=\"ci/book/assets/lab-34.js\"></script>\n";
        let page = |main: &str| without_unused(&format!("{main}\n{scripts}"));
        assert_eq!(page("<p>"), "<p>\n");
        assert!(page("<form class=\"lab\">").ends_with(scripts));
        let timeline = page("<figure class=\"trace dense\">");
        assert!(timeline.contains("trace-12") && !timeline.contains("lab-34"));
    }
}
