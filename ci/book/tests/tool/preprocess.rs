//! The tool as the preprocessor of stock mdBook.

use crate::mini::{BOOK, Mini};
use mdbook_driver::MDBook;

#[test]
fn it_supports_html_only() {
    let mini = Mini::new();
    assert!(mini.run(&["preprocess", "supports", "html"]).success);
    assert!(!mini.run(&["preprocess", "supports", "epub"]).success);
}

/// A workspace whose book.toml names the tool, as the real one does.
fn stock() -> Mini {
    let mini = Mini::new();
    let toml = mini.read("book.toml");
    let command = format!("[preprocessor.gather]\ncommand = '{BOOK} preprocess'\n");
    mini.write("book.toml", &format!("{toml}\n{command}"));
    mini
}

#[test]
fn mdbook_builds_the_same_book_through_the_protocol() {
    let mini = stock();
    let book = MDBook::load(mini.path("")).expect("a book");
    book.build().expect("mdBook is content");
    let theirs = text(&mini);

    assert!(mini.run(&["build"]).success);
    assert_eq!(text(&mini), theirs);
    assert!(theirs.contains("<figure class=\"trace\""));
}

/// What there is to read on the page; its head says more if `cargo book` made it.
fn text(mini: &Mini) -> String {
    let page = mini.read("target/book/page.html");
    page.split_once("<main>").expect("a text").1.into()
}

#[test]
fn mdbook_is_told_of_problems() {
    let mini = stock();
    mini.add_to_page("{{#output nothing}}");
    let book = MDBook::load(mini.path("")).expect("a book");
    assert!(book.build().is_err());
}
