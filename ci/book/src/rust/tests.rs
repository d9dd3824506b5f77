use super::cut;
use crate::excerpt::Excerpt;
use crate::problem::Problem;
use std::collections::BTreeSet;
use std::path::Path;

const SOURCE: &str = r#"//! The header
//! of the file.

#![allow(dead_code)]

use std::fmt;
use std::mem;

mod inner;
/// Documented.
pub mod outer;

// Why there is a counter,
// in two lines.
/// Counts.
#[derive(Debug)]
pub struct Counter<T>
where
    T: Copy,
{
    n: T, // the number
}

impl<T: Copy> Counter<T> {
    /// Makes one.
    pub fn new(n: T) -> Self {
        Counter { n }
    }

    // Not for everybody.
    #[inline]
    fn get(&self) -> T {
        self.n
    }
}

impl<T> Iterator for Counter<T>
where
    T: Copy,
{
    type Item = T;

    fn next(&mut self) -> Option<T> {
        None
    }
}

impl fmt::Display for Counter<u32> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("u32")
    }
}

impl fmt::Debug for Counter<Box<dyn Fn() -> u32>> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("fn")
    }
}

impl From<u8> for Counter<u32> {
    fn from(n: u8) -> Self {
        Counter { n: n.into() }
    }
}

impl From<u16> for Counter<u32> {
    fn from(n: u16) -> Self {
        Counter { n: n.into() }
    }
}

pub trait Shape {
    /// Its name.
    const NAME: &'static str;

    fn area(&self) -> f64;
}

#[macro_export]
macro_rules! twice {
    ($e:expr) => {
        ($e, $e)
    };
}

thread_local! {
    static CURRENT: u32 = 0;
}

const LIMIT: u32 = 3;
type Pair = (u32, u32);

fn first() {}
fn second() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first() {
        mem::swap(&mut 1, &mut 2);
    }

    mod deeper {
        fn lowest() {}
    }
}
"#;

fn excerpt(names: &[&str]) -> Result<Excerpt, Problem> {
    let names: Vec<String> = names.iter().map(|name| name.to_string()).collect();
    let pieces = cut(Path::new("src/counter.rs"), SOURCE, &names)?;
    Ok(Excerpt { file: "src/counter.rs".into(), text: SOURCE.into(), pieces, names })
}

#[track_caller]
fn code(name: &str) -> String {
    excerpt(&[name]).unwrap_or_else(|problem| panic!("{problem}")).code()
}

#[track_caller]
fn refused(name: &str, expected: &str) {
    let problem = excerpt(&[name]).err().expect("no such item").to_string();
    assert!(problem.contains(expected), "{problem}");
}

/// The lines, with their numbers taken from the source's text.
fn accounted(name: &str) -> Vec<&'static str> {
    let lines: BTreeSet<usize> = excerpt(&[name]).unwrap().lines();
    lines.iter().map(|number| SOURCE.lines().nth(number - 1).unwrap()).collect()
}

#[test]
fn an_item_has_its_attributes_doc_comments_and_the_comments_above() {
    let code = code("Counter");
    assert!(
        code.starts_with("// Why there is a counter,\n// in two lines.\n/// Counts.\n")
    );
    assert!(code.ends_with("    n: T, // the number\n}"));
}

#[test]
fn a_method_is_dedented() {
    let expected = "/// Makes one.\npub fn new(n: T) -> Self {\n    Counter { n }\n}";
    assert_eq!(code("Counter::new"), expected);
    let expected =
        "// Not for everybody.\n#[inline]\nfn get(&self) -> T {\n    self.n\n}";
    assert_eq!(code("Counter::get"), expected);
}

#[test]
fn a_method_accounts_for_the_lines_around_its_impl() {
    let lines = accounted("Counter::new");
    assert_eq!(lines.first(), Some(&"impl<T: Copy> Counter<T> {"));
    assert_eq!(lines.last(), Some(&"}"));
    assert_eq!(lines.len(), 6);
}

#[test]
fn a_where_clause_belongs_to_the_first_lines_of_an_impl() {
    let lines = accounted("Counter::next");
    assert_eq!(
        lines[..4],
        ["impl<T> Iterator for Counter<T>", "where", "    T: Copy,", "{"]
    );
}

#[test]
fn an_impl_is_found_with_and_without_generics() {
    for name in ["impl Counter", "impl Counter<T>", "impl<T: Copy> Counter<T>"] {
        assert!(
            code(name).starts_with("impl<T: Copy> Counter<T> {\n    /// Makes one.")
        );
    }
    for name in ["impl Iterator for Counter", "impl<T> Iterator for Counter<T>"] {
        assert!(code(name).starts_with("impl<T> Iterator for Counter<T>\nwhere"));
    }
}

#[test]
fn a_trait_is_found_with_and_without_its_path() {
    for name in ["impl Display for Counter", "impl fmt::Display for Counter<u32>"] {
        assert!(code(name).starts_with("impl fmt::Display for Counter<u32> {"));
    }
}

#[test]
fn an_arrow_does_not_end_generics() {
    assert!(code("impl Debug for Counter").contains("f.write_str(\"fn\")"));
}

#[test]
fn generics_tell_impls_apart() {
    assert!(code("impl From<u16> for Counter").contains("fn from(n: u16)"));
    assert!(
        code("<impl From<u8> for Counter<u32>>::from").starts_with("fn from(n: u8)")
    );
    refused("impl From for Counter", "`impl From<u8> for Counter<u32>` in line 60");
    refused("Counter::from", "`Counter::from` is ambiguous in src/counter.rs");
}

#[test]
fn members_of_traits_are_found() {
    assert_eq!(code("Shape::area"), "fn area(&self) -> f64;");
    assert_eq!(code("Shape::NAME"), "/// Its name.\nconst NAME: &'static str;");
    assert_eq!(code("<impl Iterator for Counter>::Item"), "type Item = T;");
}

#[test]
fn macros_and_what_they_declare_are_found() {
    assert!(code("twice").starts_with("#[macro_export]\nmacro_rules! twice {"));
    assert_eq!(code("twice!"), code("twice"));
    assert_eq!(code("CURRENT"), "thread_local! {\n    static CURRENT: u32 = 0;\n}");
}

#[test]
fn one_line_items_are_cut_alone() {
    assert_eq!(code("LIMIT"), "const LIMIT: u32 = 3;");
    assert_eq!(code("Pair"), "type Pair = (u32, u32);");
    assert_eq!(code("second"), "fn second() {}");
}

#[test]
fn all_uses_and_all_mods_at_the_top_level_are_one_query() {
    assert_eq!(code("use"), "use std::fmt;\nuse std::mem;");
    assert_eq!(code("mod"), "mod inner;\n/// Documented.\npub mod outer;");
}

#[test]
fn the_header_is_the_comment_at_the_top_and_its_attributes() {
    assert_eq!(code("//!"), "//! The header\n//! of the file.\n\n#![allow(dead_code)]");
}

#[test]
fn a_module_comes_whole_and_its_items_by_their_path() {
    assert!(
        code("mod tests").starts_with("#[cfg(test)]\nmod tests {\n    use super::*;")
    );
    assert!(code("tests::first").starts_with("#[test]\nfn first() {"));
    assert_eq!(code("lowest"), "fn lowest() {}");
    assert_eq!(code("tests::deeper::lowest"), "fn lowest() {}");
}

#[test]
fn a_name_means_the_top_level_first() {
    assert_eq!(code("first"), "fn first() {}");
}

#[test]
fn several_items_stand_in_the_order_given() {
    let excerpt = excerpt(&["second", "LIMIT", "Pair"]).unwrap();
    let expected = "fn second() {}\n\nconst LIMIT: u32 = 3;\ntype Pair = (u32, u32);";
    assert_eq!(excerpt.code(), expected);
    assert_eq!(excerpt.path_and_lines(), "src/counter.rs, lines 94, 90–91");
}

#[test]
fn an_unknown_item_is_refused_with_the_nearest_names() {
    refused("Conter", "no item `Conter` in src/counter.rs; did you mean `Counter`");
    refused("Counter::nwe", "`Counter::new`");
    refused("impl Iterator for Conter", "no item `impl Iterator for Conter`");
    refused("impl 3", "`impl 3` is not the beginning of an impl");
}

#[test]
fn source_that_is_no_rust_is_refused_with_its_line() {
    let problem =
        cut(Path::new("a.rs"), "fn a() {}\nfn b( {}\n", &["a".into()]).unwrap_err();
    assert!(problem.to_string().starts_with("a.rs:2: this is not Rust"), "{problem}");
}
