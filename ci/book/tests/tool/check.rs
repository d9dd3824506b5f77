//! `cargo book check` says what is wrong, and where.

use crate::mini::Mini;

#[test]
fn all_is_well_in_the_miniature() {
    let answer = Mini::new().run(&["check"]);
    assert!(answer.success, "{}", answer.stderr);
    assert_eq!(
        answer.stdout,
        "all 30 lines of chapters/*/src are in the book\n\
         3 pages, 4 listings, 2 outputs, 1 timeline, 0 experiments, 1 compile error, 1 exercise, 0 diagrams\n"
    );
}

/// Checks that the gate bites on what `break_it` does, and says `expected` (file and line first).
#[track_caller]
fn bites(break_it: impl FnOnce(&Mini), expected: &str) {
    let mini = Mini::new();
    break_it(&mini);
    let answer = mini.run(&["check"]);
    assert!(!answer.success, "it passes: {}", answer.stdout);
    let found = answer
        .stderr
        .lines()
        .any(|line| line.starts_with(&format!("error: {expected}")));
    assert!(found, "expected: {expected}\nbut it says:\n{}", answer.stderr);
    assert!(!answer.stderr.contains("panicked"), "{}", answer.stderr);
}

#[test]
fn an_unshown_line() {
    bites(
        |mini| {
            mini.replace(
                "chapters/01-mini/src/lib.rs",
                "/// Two of it.",
                "fn f() {}\n\n/// Two of it.",
            );
        },
        "chapters/01-mini/src/lib.rs:24: no page shows this line; cut them with {{#listing}}: `fn f() {}`",
    );
    bites(
        |mini| mini.replace("book/page.md", "Counter::new; ", ""),
        "chapters/01-mini/src/lib.rs:8: no page shows lines 8 to 13;",
    );
    bites(
        |mini| mini.write("chapters/01-mini/src/deep/er.rs", "\nconst N: u32 = 1;\n"),
        "chapters/01-mini/src/deep/er.rs:2: no page shows this line",
    );
}

#[test]
fn an_item_and_a_part_of_it() {
    bites(
        |mini| {
            mini.replace(
                "book/page.md",
                "Counter::new;",
                "impl Counter; Counter::new;",
            );
        },
        "book/page.md:3: this shows line 9 of chapters/01-mini/src/lib.rs twice: an item and a part of it",
    );
}

#[test]
fn an_unknown_item() {
    bites(
        |mini| mini.add_to_page("{{#listing 01-mini/src/lib.rs Conter}}"),
        "book/page.md:21: no item `Conter` in chapters/01-mini/src/lib.rs; did you mean `Counter`",
    );
    bites(
        |mini| mini.add_to_page("{{#python 01-mini/python/01-mini.py twise}}"),
        "book/page.md:21: no def or class `twise` in chapters/01-mini/python/01-mini.py; did you mean `twice`?",
    );
}

#[test]
fn an_ambiguous_item() {
    bites(
        |mini| {
            mini.write(
                "chapters/01-mini/examples/hog.rs",
                "impl From<u8> for X {}\nimpl From<u16> for X {}\nfn main() {}\n",
            );
            mini.add_to_page("{{#listing 01-mini/examples/hog.rs impl From for X}}");
        },
        "book/page.md:21: `impl From for X` is ambiguous in chapters/01-mini/examples/hog.rs: \
         `impl From<u8> for X` in line 1, `impl From<u16> for X` in line 2; name the one you mean",
    );
}

#[test]
fn a_missing_file() {
    bites(
        |mini| mini.add_to_page("{{#listing 01-mini/src/libs.rs}}"),
        "book/page.md:21: no file chapters/01-mini/src/libs.rs; did you mean `chapters/01-mini/src/lib.rs`",
    );
    bites(
        |mini| mini.add_to_page("{{#listing ../../secret.rs}}"),
        "book/page.md:21: `../../secret.rs` leads out of the workspace",
    );
}

#[test]
fn source_that_does_not_parse() {
    bites(
        |mini| {
            mini.write(
                "chapters/01-mini/examples/hog.rs",
                "fn main() {\n    let = 3;\n}\n",
            );
            mini.add_to_page("{{#listing 01-mini/examples/hog.rs main}}");
        },
        "chapters/01-mini/examples/hog.rs:2: this is not Rust: ",
    );
}

#[test]
fn a_missing_snapshot() {
    bites(
        |mini| mini.add_to_page("{{#output 01-mini/hogs}}"),
        "book/page.md:21: no snapshot chapters/01-mini/tests/snapshots/hogs.snap; did you mean `hog`",
    );
    bites(
        |mini| mini.remove("chapters/01-mini/tests/snapshots/hog.trace.snap"),
        "book/page.md:17: no snapshot chapters/01-mini/tests/snapshots/hog.trace.snap",
    );
}

#[test]
fn an_unknown_chapter() {
    bites(
        |mini| mini.add_to_page("{{#output 01-mimi/hog}}"),
        "book/page.md:21: no chapter `01-mimi`; did you mean `01-mini`?",
    );
}

#[test]
fn a_missing_compiler_message() {
    bites(
        |mini| mini.remove("chapters/01-mini/tests/ui/moved.stderr"),
        "book/page.md:16: no chapters/01-mini/tests/ui/moved.stderr: run",
    );
}

#[test]
fn a_malformed_trace() {
    let trace = "chapters/01-mini/tests/snapshots/hog.trace.snap";
    bites(
        |mini| {
            mini.replace(trace, "{\"message\":\"resume\",\"task\":1}", "{\"message\":");
        },
        &format!("{trace}:5: malformed trace line: "),
    );
    bites(
        |mini| mini.replace(trace, "\"resume\"", "\"go\""),
        &format!("{trace}:5: this is no event of a trace: unknown variant `go`"),
    );
}

#[test]
fn a_loose_rust_fence() {
    bites(
        |mini| mini.add_to_page("```rust,ignore\nfn f() {}\n```"),
        "book/page.md:21: Rust that no compiler sees",
    );
    bites(
        |mini| mini.add_to_page("- a list\n\n  ```rs\n  fn f() {}\n  ```"),
        "book/page.md:23: Rust that no compiler sees",
    );
    bites(
        |mini| {
            let hints = "One.\n\n---\n\n```rust\nn / 2\n```\n";
            mini.write("chapters/01-mini/exercises/hints/half.md", hints);
        },
        "chapters/01-mini/exercises/hints/half.md:5: Rust that no compiler sees",
    );
}

#[test]
fn an_unknown_or_misplaced_directive() {
    bites(
        |mini| mini.add_to_page("{{#lising 01-mini/src/lib.rs}}"),
        "book/page.md:21: unknown directive `lising`; did you mean `listing`",
    );
    bites(
        |mini| mini.add_to_page("See {{#output 01-mini}} here."),
        "book/page.md:21: a directive stands alone on its line",
    );
    bites(
        |mini| mini.add_to_page("{{#output 01-mini"),
        "book/page.md:21: a directive stands alone on its line and ends with }}",
    );
}

#[test]
fn a_directive_in_a_code_block_is_an_example() {
    let mini = Mini::new();
    mini.add_to_page("```text\n{{#lising nothing}}\n```\n\nAnd `{{#lising}}` too.");
    let answer = mini.run(&["check"]);
    assert!(answer.success, "{}", answer.stderr);
}

#[test]
fn beside_that_is_not_two_and_closed() {
    let output = "{{#output 01-mini}}";
    bites(
        |mini| mini.add_to_page(&format!("{{{{#beside}}}}\n{output}\n{output}")),
        "book/page.md:21: no {{/beside}} closes this {{#beside}}",
    );
    bites(
        |mini| mini.add_to_page(&format!("{{{{#beside}}}}\n{output}\n{{{{/beside}}}}")),
        "book/page.md:23: between {{#beside}} and {{/beside}} stand two directives, not 1",
    );
    bites(
        |mini| {
            mini.add_to_page(&format!(
                "{{{{#beside}}}}\n{output}\nText.\n{output}\n{{{{/beside}}}}"
            ));
        },
        "book/page.md:23: between {{#beside}} and {{/beside}} stand two directives and nothing else",
    );
    bites(
        |mini| mini.add_to_page("{{/beside}}"),
        "book/page.md:21: {{/beside}} without {{#beside}}",
    );
}

#[test]
fn an_unknown_exercise_or_a_malformed_one() {
    bites(
        |mini| mini.add_to_page("{{#exercise 01-mini halve}}"),
        "book/page.md:21: no exercise `halve` in 01-mini; did you mean `half`",
    );
    bites(
        |mini| {
            mini.replace(
                "chapters/01-mini/exercises/solutions/half.rs",
                "    // END\n",
                "",
            );
        },
        "chapters/01-mini/exercises/solutions/half.rs:3: ",
    );
}

#[test]
fn whatever_mdbook_warns_about() {
    bites(
        |mini| mini.add_to_page("Some <b>bold text."),
        "book/page.md:21: mdBook: unclosed HTML tag `<b>` found in `page.md`",
    );
    bites(
        |mini| mini.add_to_page("{{#include nothing.txt}}"),
        "book/page.md:21: mdBook: Error updating \"{{#include nothing.txt}}\"",
    );
    bites(
        |mini| mini.add_to_page("[^lonely]: A footnote."),
        "book/page.md:21: mdBook: footnote `lonely`",
    );
}

#[test]
fn a_program_without_snapshot_or_twin() {
    let tests = "chapters/01-mini/tests/programs.rs";
    bites(
        |mini| mini.write("chapters/01-mini/examples/new.rs", "fn main() {}\n"),
        "chapters/01-mini/examples/new.rs:1: no test calls .pinned() on `new`: let one in chapters/01-mini/tests/programs.rs",
    );
    bites(
        |mini| {
            mini.replace(tests, "// no twin: hog: Python has no such scheduler\n", "");
        },
        "chapters/01-mini/examples/hog.rs:1: no test calls .twin() on `hog`",
    );
    bites(
        |mini| {
            mini.replace(
                tests,
                "no twin: free: it has no order to compare",
                "no twin: free:",
            );
        },
        "chapters/01-mini/examples/free.rs:1: no test calls .twin() on `free`",
    );
    bites(
        |mini| mini.remove("chapters/01-mini/tests/snapshots/hog.snap"),
        "chapters/01-mini/examples/hog.rs:1: `hog` has no chapters/01-mini/tests/snapshots/hog.snap",
    );
    bites(
        |mini| mini.replace(tests, "// no twin: hog", "// no twin: hug"),
        "chapters/01-mini/tests/programs.rs:3: `no twin`: this chapter has no program `hug`; did you mean `hog`",
    );
}

#[test]
fn two_programs_of_one_name() {
    bites(
        |mini| mini.write("chapters/02-mini/examples/hog.rs", "fn main() {}\n"),
        "chapters/02-mini/examples/hog.rs:1: chapters/01-mini/examples/hog.rs has this name too",
    );
}

#[test]
fn a_snapshot_that_no_test_writes() {
    bites(
        |mini| mini.replace("chapters/01-mini/tests/programs.rs", ".lanes()", ""),
        "book/page.md:15: no test writes chapters/01-mini/tests/snapshots/hog.lanes.snap",
    );
}

#[test]
fn a_broken_link() {
    bites(
        |mini| mini.add_to_page("To [nowhere](nowhere.md)."),
        "book/page.md:21: the link `nowhere.md` leads nowhere: no such page or file",
    );
    bites(
        |mini| mini.add_to_page("To [no heading](sub/index.md#none)."),
        "book/page.md:21: the link `sub/index.md#none` leads nowhere: no such heading there",
    );
    bites(
        |mini| mini.add_to_page("To [no heading here](#none)."),
        "book/page.md:21: the link `#none` leads nowhere: no such heading there",
    );
    bites(
        |mini| mini.add_to_page("![picture](none.svg)"),
        "book/page.md:21: the link `none.svg` leads nowhere: no such page or file",
    );
}

#[test]
fn a_page_that_is_missing_or_unlisted() {
    bites(
        |mini| mini.replace("book/SUMMARY.md", "sub/index.md", "sub/none.md"),
        "book/SUMMARY.md:5: no page book/sub/none.md",
    );
    bites(
        |mini| mini.write("book/sub/more.md", "# More\n"),
        "book/sub/more.md:1: no reader gets here: add it to book/SUMMARY.md",
    );
}

#[test]
fn all_problems_are_reported_at_once() {
    let mini = Mini::new();
    mini.add_to_page("{{#output nothing}}\n\n```rust\n```\n\n[a](b.md)");
    mini.remove("chapters/01-mini/tests/snapshots/hog.snap");
    let answer = mini.run(&["check"]);
    let places: Vec<_> =
        answer.stderr.lines().filter_map(|line| line.split(':').nth(2)).collect();
    assert_eq!(places, ["21", "23", "26", "1"], "{}", answer.stderr);
    assert!(answer.stderr.ends_with("error: 4 problems\n"), "{}", answer.stderr);
}
