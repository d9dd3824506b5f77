//! Every link and picture of a page leads to something in the book.

use crate::problem::Problem;
use crate::site::{Page, Site};
use crate::text::line_of;
use percent_encoding::percent_decode_str;
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// Looks at the finished pages: there, every anchor has its final name.
pub(super) fn broken(site: &Site) -> Vec<Problem> {
    let mut book = Book { folder: &site.folder, anchors: HashMap::new() };
    let mut problems = Vec::new();
    for page in &site.pages {
        let html = html_of(&page.path);
        let text = fs::read_to_string(site.folder.join(&html)).unwrap_or_default();
        let links: BTreeSet<String> = links(&text).collect();
        for link in links {
            if let Some(missing) = book.missing(&html, &link) {
                let (link, line) = written(page, &link);
                let what =
                    format!("the link `{link}` leads nowhere: no such {missing}");
                problems.push(Problem::at(&page.file, line, what));
            }
        }
    }
    problems
}

struct Book<'a> {
    folder: &'a Path,
    /// The anchors of each page looked at so far.
    anchors: HashMap<PathBuf, BTreeSet<String>>,
}

impl Book<'_> {
    /// What a link on the page `from` leads to, if that is not there.
    fn missing(&mut self, from: &Path, link: &str) -> Option<&'static str> {
        if is_absolute(link) {
            return None;
        }
        let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
        let target = match path.split('?').next() {
            None | Some("") => from.to_path_buf(),
            Some(path) => resolve(from, &decode(path)),
        };
        let file = self.folder.join(&target);
        let file = if file.is_dir() { file.join("index.html") } else { file };
        if !file.is_file() {
            return Some("page or file");
        }
        let anchor = decode(anchor);
        let known = || anchors(&fs::read_to_string(&file).unwrap_or_default());
        let missing = !anchor.is_empty()
            && !self.anchors.entry(target).or_insert_with(known).contains(&anchor);
        missing.then_some("heading there")
    }
}

/// `https:…`, `mailto:…`, `//…`: not ours to check.
fn is_absolute(link: &str) -> bool {
    let scheme = link.split(['/', '#', '?']).next().unwrap_or("");
    scheme.contains(':') || link.starts_with("//")
}

/// The file, relative to the book, that `path` on the page `from` means.
fn resolve(from: &Path, path: &str) -> PathBuf {
    let mut target = from.parent().unwrap_or(Path::new("")).to_path_buf();
    for part in Path::new(path).components() {
        match part {
            Component::ParentDir => {
                target.pop();
            }
            Component::RootDir => target.clear(),
            Component::Normal(part) => target.push(part),
            Component::CurDir | Component::Prefix(_) => {}
        }
    }
    target
}

/// Where mdBook puts a page.
fn html_of(page: &Path) -> PathBuf {
    match page.file_name().is_some_and(|name| name == "README.md") {
        true => page.with_file_name("index.html"),
        false => page.with_extension("html"),
    }
}

/// What the links and pictures in the page's own text lead to.
fn links(html: &str) -> impl Iterator<Item = String> {
    let main = html.split_once("<main>").map_or(html, |(_, rest)| rest);
    let main = main.split_once("</main>").map_or(main, |(main, _)| main);
    tags(main)
        .filter(|tag| tag.starts_with("a ") || tag.starts_with("img "))
        .filter_map(|tag| attribute(tag, "href").or(attribute(tag, "src")))
}

/// Everything that a link can lead to on a page.
fn anchors(html: &str) -> BTreeSet<String> {
    tags(html).filter_map(|tag| attribute(tag, "id")).collect()
}

fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').filter_map(|tag| tag.split('>').next())
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split('"').next()?.replace("&amp;", "&"))
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// How the page writes the link, and where: in line 1 if it came from elsewhere, such as a hint.
fn written(page: &Page, link: &str) -> (String, usize) {
    let markdown = link.replace(".html", ".md");
    match [markdown.as_str(), link].map(|link| (link, page.markdown.find(link))) {
        [(link, Some(at)), _] | [_, (link, Some(at))] => {
            (link.to_string(), line_of(&page.markdown, at))
        }
        _ => (link.to_string(), 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_in_the_pages_own_text_only() {
        let html = "<a href=\"menu.html\">m</a><main><p>href=\"no\"\
            <a class=\"x\" href=\"a.html#b\">b</a><img src=\"c.svg\"/></main><a href=\"z\">";
        assert_eq!(links(html).collect::<Vec<_>>(), ["a.html#b", "c.svg"]);
    }

    #[test]
    fn a_path_is_resolved_from_the_pages_folder() {
        let from = Path::new("01/index.html");
        assert_eq!(resolve(from, "../a.html"), Path::new("a.html"));
        assert_eq!(resolve(from, "b.html"), Path::new("01/b.html"));
        assert_eq!(resolve(from, "/c.html"), Path::new("c.html"));
    }

    #[test]
    fn links_to_elsewhere_are_left_alone() {
        assert!(is_absolute("https://example.org/a#b"));
        assert!(is_absolute("mailto:a@example.org"));
        assert!(!is_absolute("a.html#b:c"));
    }
}
