use crate::mini::{Files, Mini, assert_has};
use std::io::Write;
use std::process::Stdio;

const STUB: &str = "chapters/01-a/exercises/src/double.rs";

fn book() -> Mini {
    let mini = Mini::new();
    mini.exercise("01-a", "double", Files::default());
    mini.stdout(&["stubs"]);
    mini
}

#[test]
fn a_stub_says_how_to_check_it() {
    let stub = "\
// Check it: cargo test -p ex01 double

/// Solves it.
pub fn solve(n: u32) -> u32 {
    todo!(\"twice as much\")
}
";
    assert_eq!(book().read(STUB), stub);
}

#[test]
fn a_stub_is_as_rustfmt_would_have_it() {
    let mini = Mini::new();
    let solution = "    let twice = |n: u32| {\n        // TODO: twice\n        n * 2\n        \
                    // END\n    };\n    twice(n)\n";
    let files = Files { solution, ..Files::default() };
    mini.exercise("01-a", "double", files);
    mini.stdout(&["stubs"]);
    assert_has(&mini.read(STUB), &["let twice = |n: u32| todo!(\"twice\");"]);
}

#[test]
fn a_changed_stub_is_replaced_only_by_force() {
    let mini = book();
    let stub = mini.read(STUB);
    assert_eq!(mini.stdout(&["stubs"]), "");
    mini.solve("01-a", "double", "n");
    let solved = mini.read(STUB);
    let error = mini.error(&["stubs"]);
    assert!(error.contains("--force"), "{error}");
    assert_eq!(mini.read(STUB), solved);
    mini.stdout(&["stubs", "--force"]);
    assert_eq!(mini.read(STUB), stub);
}

#[test]
fn a_malformed_solution_is_named_with_its_line_and_the_others_are_made() {
    let mini = book();
    std::fs::remove_file(mini.path(STUB)).unwrap();
    mini.exercise(
        "00-z",
        "bad",
        Files { solution: "    // END\n", ..Files::default() },
    );
    let run = mini.run(&["stubs"]);
    assert!(!run.succeeded);
    assert!(
        run.stdout.contains("solutions/bad.rs, line 3: `// END` without"),
        "{}",
        run.stdout
    );
    assert!(mini.path(STUB).exists());
}

#[test]
fn reset_keeps_every_old_text() {
    let mini = book();
    let stub = mini.read(STUB);
    assert_eq!(
        mini.stdout(&["reset", "double"]),
        "double is as it was at the start.\n"
    );
    for (body, backup) in [("n", "bak"), ("n + 1", "bak2"), ("n + 2", "bak3")] {
        mini.solve("01-a", "double", body);
        let old = mini.read(STUB);
        let text = mini.stdout(&["reset", "double", "--yes"]);
        assert!(text.contains(&format!("Your text is in {STUB}.{backup}")), "{text}");
        assert_eq!(mini.read(STUB), stub);
        assert_eq!(mini.read(&format!("{STUB}.{backup}")), old);
    }
    assert!(
        mini.read(&format!("{STUB}.bak")).contains("{ n }"),
        "the first is still the first"
    );
}

#[test]
fn reset_asks_first() {
    let mini = book();
    mini.solve("01-a", "double", "n");
    let solved = mini.read(STUB);
    let answer = |text: &str| {
        let mut command = mini.command("", &["reset", "double"]);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        assert!(child.wait().is_ok());
        mini.read(STUB)
    };
    assert_eq!(answer(""), solved);
    assert_eq!(answer("no\n"), solved);
    assert!(!mini.path(&format!("{STUB}.bak")).exists());
    assert_ne!(answer("y\n"), solved);
    assert_eq!(mini.read(&format!("{STUB}.bak")), solved);
}
