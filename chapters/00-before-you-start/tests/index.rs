//! book/programs.md lists every program of the book. This test writes the list, or compares it.

use std::fs;
use std::path::{Path, PathBuf};

/// A page of the book, as SUMMARY.md lists it.
struct Page {
    title: String,
    path: String,
    text: String,
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> =
        entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

fn read(file: &Path) -> String {
    fs::read_to_string(file)
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn pages(book: &Path) -> Vec<Page> {
    let summary = read(&book.join("SUMMARY.md"));
    let page = |line: &str| {
        let (title, path) = line.split_once('[')?.1.split_once("](")?;
        let path = path.strip_suffix(')')?.to_string();
        let text = read(&book.join(&path));
        Some(Page { title: title.into(), path, text })
    };
    let pages = summary.lines().filter_map(page);
    pages.filter(|page| page.path != "programs.md").collect()
}

/// The first sentence or two of a source: its `//!` lines down to the first empty one.
fn header(source: &Path) -> String {
    let text = read(source);
    let lines = text.lines().map_while(|line| line.strip_prefix("//! "));
    lines.collect::<Vec<_>>().join(" ")
}

/// The page that shows a program: one of its chapter if there is any.
fn shown_on<'a>(
    pages: &'a [Page],
    chapter: &str,
    marks: &[String],
) -> Option<&'a Page> {
    let shows = |page: &&Page| marks.iter().any(|mark| page.text.contains(mark));
    let own = |page: &&Page| page.path.starts_with(chapter);
    let found = || pages.iter().filter(shows);
    found().find(own).or_else(|| found().next())
}

/// What the index says of one program.
fn entry(chapter: &Path, pages: &[Page], name: &str, source: &Path) -> String {
    let folder = chapter.file_name().expect("a chapter").to_string_lossy();
    let (kind, program) = match *name == folder {
        true => ("bin", folder.to_string()),
        false => ("example", format!("{folder}/{name}")),
    };
    let run = format!("--{kind} {name}");
    let path = source.strip_prefix(chapter).expect("in the chapter").display();
    let marks = [
        format!("#output {program}}}}}"),
        format!("#listing {folder}/{path}"),
        run.clone(),
    ];
    let page = shown_on(pages, &folder, &marks);
    let page = page.unwrap_or_else(|| panic!("no page shows {name}"));
    let tests = read(&chapter.join("tests/programs.rs"));
    let twin = match tests.contains(&format!("no twin: {name}:")) {
        false => format!(" In Python: `python/{name}.py`."),
        true => String::new(),
    };
    format!(
        "`cargo run {run}`\n: {} See [{}]({}).{twin}\n\n",
        header(source),
        page.title,
        page.path
    )
}

/// A chapter's programs, its own first.
fn section(chapter: &Path, pages: &[Page]) -> String {
    let folder = chapter.file_name().expect("a chapter").to_string_lossy();
    let index = match &*folder {
        "09-graduating" => "graduating.md".into(),
        _ => format!("{folder}/index.md"),
    };
    let title = pages.iter().find(|page| page.path == index);
    let title = title.map_or("Before you start, and after", |page| &page.title);
    let mut text = format!("## {title}\n\n");
    text += &entry(chapter, pages, &folder, &chapter.join("src/main.rs"));
    for name in names(&chapter.join("examples")) {
        let path = chapter.join("examples").join(&name);
        let source = if path.is_dir() { path.join("main.rs") } else { path };
        // A folder without a `main.rs` is what several programs share.
        if !source.is_file() {
            continue;
        }
        text += &entry(chapter, pages, name.trim_end_matches(".rs"), &source);
    }
    text
}

#[test]
fn every_program_is_in_the_index() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let book = root.join("book");
    let pages = pages(&book);
    let chapters = names(&root.join("chapters"));
    let list: String = chapters
        .iter()
        .map(|chapter| section(&root.join("chapters").join(chapter), &pages))
        .collect();

    let file = book.join("programs.md");
    let page = read(&file);
    let (introduction, listed) = page.split_at(page.find("## ").unwrap_or(page.len()));
    if std::env::var_os("UPDATE").is_some() {
        let page = format!("{introduction}{}\n", list.trim_end());
        fs::write(&file, page).expect("book/programs.md can be written");
    } else {
        assert!(
            listed.trim_end() == list.trim_end(),
            "book/programs.md is out of date: \
             run `UPDATE=1 cargo test -p ch00-before-you-start --test index`"
        );
    }
}
