use crate::mini::{Files, Mini, assert_has};

fn book() -> Mini {
    let mini = Mini::new();
    mini.chapter("00-none");
    mini.exercise("01-a", "zebra", Files::default());
    mini.exercise("01-a", "apple", Files::default());
    mini.exercise("02-b", "apple", Files::default());
    mini.stdout(&["stubs"]);
    mini
}

#[test]
fn marks_come_from_the_tests_in_the_order_of_the_book() {
    let mini = book();
    mini.solve("01-a", "zebra", "n + n");
    mini.solve("02-b", "apple", "n + n");
    let expected = "\
01-a
  ✓ zebra  Twice as much.
  ✗ apple  Twice as much.

02-b
  ✓ apple  Twice as much.

2 of 3 done. Next: 01-a/apple
  edit   chapters/01-a/exercises/src/apple.rs
  check  cargo test -p ex01 apple
  hint   cargo exercises hint 01-a/apple
";
    assert_eq!(mini.run_in("chapters/00-none", &[]).stdout, expected);
    mini.solve("01-a", "apple", "n << 1");
    assert_has(&mini.stdout(&[]), &["3 of 3 done."]);
    assert_eq!(mini.stdout(&["check"]), "All exercises are done.\n");
}

#[test]
fn what_does_not_compile_is_named_and_other_chapters_are_not_hurt() {
    let mini = book();
    mini.solve("01-a", "apple", "\n\nlet");
    let expected = "\
01-a
  ? zebra  Twice as much.
           waits for chapters/01-a/exercises/src/apple.rs:3 to compile
  ! apple  Twice as much.
           does not compile: chapters/01-a/exercises/src/apple.rs:3

02-b
  ✗ apple  Twice as much.

0 of 3 done. Next: 01-a/apple
";
    let list = mini.stdout(&[]);
    assert!(list.starts_with(expected), "{list}");
    let check = mini.run(&["check", "01/apple"]);
    assert!(check.stdout.contains("error: expected pattern"), "{}", check.stdout);
}

#[test]
fn what_a_macro_of_the_chapter_makes_wrong_is_blamed_on_the_exercise() {
    let mini = book();
    let manifest = "[package]\nname = \"ch02\"\nedition = \"2024\"\n";
    mini.write("chapters/02-b/Cargo.toml", manifest);
    let twice = "#[macro_export]\nmacro_rules! twice { ($n:expr) => { $n.twice() } }\n";
    mini.write("chapters/02-b/src/lib.rs", twice);
    let dependency = "[dependencies]\nch02.path = \"..\"\n";
    mini.append("chapters/02-b/exercises/Cargo.toml", dependency);
    mini.solve("02-b", "apple", "\n\nch02::twice!(n)");
    let place = "does not compile: chapters/02-b/exercises/src/apple.rs:3";
    assert_has(&mini.stdout(&[]), &[place]);
}

#[test]
fn a_crash_in_one_exercise_does_not_hurt_another() {
    let mini = book();
    mini.solve("01-a", "zebra", "eprintln!(\"oh\"); std::process::abort()");
    mini.solve("01-a", "apple", "n * 2");
    assert_has(
        &mini.stdout(&[]),
        &["✗ zebra  Twice as much.", "✓ apple  Twice as much."],
    );
    let check = mini.run(&["check", "zebra"]);
    assert!(!check.succeeded);
    assert_has(&check.stdout, &["the tests crashed:"]);
}

#[test]
fn check_shows_the_message_of_the_test_that_fails() {
    let mini = book();
    mini.solve("01-a", "zebra", "println!(\"in: {n}\"); n");
    let expected = "\
✗ 01-a/zebra: 0 of 1 tests pass

zebra::solves
  at chapters/01-a/exercises/tests/exercises/zebra.rs:5:5
  assertion `left == right` failed: 2 becomes 4
    left: 2
   right: 4
  It printed:
  in: 2

Stuck? cargo exercises hint zebra
";
    let check = mini.run(&["check", "zebra"]);
    assert_eq!((check.succeeded, &*check.stdout), (false, expected));
    mini.solve("01-a", "zebra", "2 * n");
    assert_eq!(mini.stdout(&["check", "zebra"]), "✓ 01-a/zebra: all tests pass (1)\n");
}

#[test]
fn editors_get_json() {
    let mini = book();
    mini.solve("01-a", "zebra", "2 * n");
    mini.solve("02-b", "apple", "let");
    let list: serde_json::Value =
        serde_json::from_str(&mini.stdout(&["--json"])).unwrap();
    let states = list["exercises"].as_array().unwrap().iter().map(|e| &e["state"]);
    assert_eq!(states.collect::<Vec<_>>(), ["done", "open", "broken"]);
    assert_eq!(list["next"], "01-a/apple");

    let check = mini.run(&["check", "01-a/apple", "--json"]);
    let check: serde_json::Value = serde_json::from_str(&check.stdout).unwrap();
    assert_eq!(check, list["exercises"][1]);
    let file = mini.path("chapters/01-a/exercises/src/apple.rs");
    assert_eq!(check["file"], file.to_str().unwrap());
    assert_eq!(check["failures"][0]["message"], "not yet implemented: twice as much");
}

#[test]
fn a_book_without_exercises_is_no_error() {
    let mini = Mini::new();
    mini.chapter("01-a");
    assert_eq!(mini.stdout(&[]), "There are no exercises yet.\n");
    assert_eq!(mini.error(&["verify"]), "error: there are no exercises to verify\n");
}
