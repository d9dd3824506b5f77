//! book/promises.md names tests. Each of them exists.

use std::fs;
use std::path::Path;

/// The text between backticks in one line.
fn code(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

#[test]
fn every_test_that_is_named_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = fs::read_to_string(root.join("book/promises.md")).unwrap();
    let mut found = 0;
    for line in page.lines().filter(|line| line.starts_with('|')) {
        let mut source = None;
        for code in code(line) {
            if code.contains('/') {
                let folder = if code.starts_with("ci/") { "" } else { "chapters" };
                let path = root.join(folder).join(code);
                let text = fs::read_to_string(&path);
                source =
                    Some((code, text.unwrap_or_else(|_| panic!("no file {code}"))));
            } else if let Some((path, text)) = &source {
                let function = format!("fn {code}(");
                assert!(text.contains(&function), "no test `{code}` in {path}");
                found += 1;
            }
        }
    }
    assert!(found > 30, "the page names only {found} tests");
}
