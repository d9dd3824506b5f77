use crate::mini::{Files, Mini, assert_has};

fn book() -> Mini {
    let mini = Mini::new();
    mini.exercise("01-a", "double", Files::default());
    mini.exercise("01-a", "twice", Files::default());
    mini.exercise("02-b", "twice", Files::default());
    mini
}

#[test]
fn each_call_shows_the_next_hint_and_then_names_the_solution() {
    let mini = book();
    let next = "The next one: cargo exercises hint double";
    let end = "That is all. The solution: chapters/01-a/exercises/solutions/double.rs";
    let shows = |hint: &str, then: &str| {
        let text = mini.stdout(&["hint", "double"]);
        let hints: Vec<_> = text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(hints[1..], [hint, then]);
    };
    shows("Look.", next);
    shows("Look at `n`.", next);
    shows("Two of it.", end);
    shows("Two of it.", end);

    let all = mini.stdout(&["hint", "double", "--all"]);
    assert_has(&all, &["Look.", "Look at `n`.", "Two of it."]);
    assert_has(&mini.stdout(&["hint", "double", "--step", "1"]), &["Look."]);
    shows("Look at `n`.", next);
    let error = mini.error(&["hint", "double", "--step", "4"]);
    assert_eq!(error, "error: there is no hint 4, only 1 to 3\n");
}

#[test]
fn a_lost_or_damaged_memory_means_the_first_hint() {
    let mini = book();
    mini.stdout(&["hint", "01/twice"]);
    mini.write("target/hints/ex01/twice", "\u{0}?");
    assert_has(&mini.stdout(&["hint", "01/twice"]), &["Look."]);
    mini.write("target/hints/ex01/twice", "99999");
    assert_has(&mini.stdout(&["hint", "01/twice"]), &["Two of it."]);
    std::fs::remove_dir_all(mini.path("target/hints")).unwrap();
    assert_has(&mini.stdout(&["hint", "01/twice"]), &["Look."]);
}

#[test]
fn a_name_must_be_known_and_clear() {
    let mini = book();
    assert_eq!(
        mini.error(&["hint", "duoble"]),
        "error: no exercise is called `duoble`; did you mean `double`?\n"
    );
    assert_eq!(
        mini.error(&["hint", "scheduler"]),
        "error: no exercise is called `scheduler`; `cargo exercises` lists them all\n"
    );
    assert_eq!(
        mini.error(&["hint", "twice"]),
        "error: which `twice`? There are `01-a/twice` and `02-b/twice`\n"
    );
    assert_has(&mini.stdout(&["hint", "02-b/twice"]), &["02-b/twice, hint 1 of 3"]);
}

#[test]
fn missing_hints_are_named() {
    let mini = book();
    std::fs::remove_file(mini.path("chapters/01-a/exercises/hints/double.md")).unwrap();
    let error = mini.error(&["hint", "double"]);
    assert!(error.contains("hints/double.md"), "{error}");
}

#[test]
fn outside_a_workspace_the_error_says_so() {
    let mini = Mini::new();
    std::fs::remove_file(mini.path("Cargo.toml")).unwrap();
    let error = mini.error(&["hint", "double"]);
    assert!(error.contains("could not find `Cargo.toml`"), "{error}");
}
