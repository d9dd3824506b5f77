use crate::mini::{Files, Mini, assert_has};

#[test]
fn a_sound_book_is_proven_with_counts() {
    let mini = Mini::new();
    mini.chapter("00-none");
    mini.exercise("01-a", "double", Files::default());
    mini.exercise("01-a", "twice", Files::default());
    mini.exercise("02-b", "double", Files::default());
    mini.stdout(&["stubs"]);
    let expected = "\
✓ 3 of 3 stubs equal what their solutions make
✓ 3 of 3 stubs fail, and say in words what was expected (tests: 3)
✓ 3 of 3 solutions pass (tests: 3)
✓ 3 of 3 exercises have hints in two steps or more (hints: 9)
✓ 2 of 2 packages compile without warnings
✓ 2 of 2 packages list all their exercises, each with a name and a line of its own
";
    assert_eq!(mini.stdout(&["verify"]), expected);
}

/// Proves that `verify` finds what is wrong in a book of one sound exercise and this one, and
/// nothing else. The exercises are the chapter `01-a`, in folder `E`.
#[track_caller]
fn refuses(files: Files, spoil: impl Fn(&Mini), problem: &str) {
    let mini = Mini::new();
    mini.exercise("01-a", "sound", Files::default());
    mini.exercise("01-a", "faulty", files);
    mini.run(&["stubs"]);
    spoil(&mini);
    let run = mini.run(&["verify"]);
    let (_, problems) = run.stdout.split_once("\n\n").unwrap_or_default();
    let problem = problem.replace("E/", "chapters/01-a/exercises/");
    assert_eq!(problems.trim_end(), problem, "{}", run.stdout);
    assert!(!run.succeeded, "verify has a problem and yet succeeds");
    assert!(run.stderr.contains("problems: 1"), "{}", run.stderr);
}

fn nothing(_: &Mini) {}

fn with_solution(solution: &'static str) -> Files {
    Files { solution, ..Files::default() }
}

#[test]
fn a_stub_that_passes() {
    let problem = "01-a/faulty: the stub passes its tests";
    refuses(with_solution("    n * 2\n"), nothing, problem);
}

#[test]
fn a_stub_that_fails_without_words() {
    let files = Files {
        solution: "    // FAULT\n    // n\n    // FIX\n    n * 2\n    // END\n",
        test: "assert_eq!(solve(2), 4);",
        ..Files::default()
    };
    let problem = "01-a/faulty: with the stub, faulty::solves does not say in words what was \
                   expected, only `assertion `left == right` failed`";
    refuses(files, nothing, problem);
}

#[test]
fn a_stub_that_is_not_what_the_generator_makes() {
    let stub = "chapters/01-a/exercises/src/faulty.rs";
    let problem = "01-a/faulty: the stub differs from what its solution makes; \
                   see `cargo exercises stubs --help`";
    refuses(Files::default(), |mini| mini.append(stub, "// By hand.\n"), problem);
}

#[test]
fn a_stub_that_makes_the_compiler_warn() {
    let solution = "\
    // FAULT
    // let mut n = n;
    // n
    // FIX
    n * 2
    // END
";
    let problem = "ex01: the compiler warns\n  E/src/faulty.rs:5: variable does not need to be mutable";
    refuses(with_solution(solution), nothing, problem);
}

#[test]
fn a_solution_that_fails() {
    let solution = "    // TODO: twice\n    n * 3\n    // END\n";
    let problem = "01-a/faulty: the solution fails faulty::solves: \
                   assertion `left == right` failed: 2 becomes 4\n    left: 6\n   right: 4";
    refuses(with_solution(solution), nothing, problem);
}

#[test]
fn a_single_hint() {
    let files = Files { hints: "Look.\n", ..Files::default() };
    let problem = "01-a/faulty: there is only 1 hint, and should be two or more";
    refuses(files, nothing, problem);
}

#[test]
fn a_solution_that_is_not_listed() {
    let file = "chapters/01-a/exercises/solutions/forgotten.rs";
    let problem = "ex01: no `pub mod` of src/lib.rs lists E/solutions/forgotten.rs";
    refuses(Files::default(), |mini| mini.write(file, ""), problem);
}

#[test]
fn a_name_that_runs_another_exercise_as_well() {
    let mini = Mini::new();
    mini.exercise("01-a", "double", Files::default());
    mini.exercise("01-a", "double_again", Files::default());
    mini.stdout(&["stubs"]);
    let problem = "ex01: `cargo test -p ex01 double` also runs double_again";
    let run = mini.run(&["verify"]);
    assert!(!run.succeeded);
    assert_has(&run.stdout, &[problem]);
}

#[test]
fn an_exercise_without_tests() {
    let mini = Mini::new();
    mini.exercise("01-a", "tested", Files::default());
    mini.exercise("01-a", "without", Files::default());
    mini.write("chapters/01-a/exercises/tests/exercises/main.rs", "mod tested;\n");
    mini.stdout(&["stubs"]);
    let run = mini.run(&["verify"]);
    assert!(!run.succeeded);
    let reason = "cannot be tested: there is no test in a module of its name";
    let (stub, solution) =
        (format!("the stub {reason}"), format!("the solution {reason}"));
    let lines = [stub, solution].map(|what| format!("01-a/without: {what}"));
    assert_has(
        &run.stdout,
        &[&lines[0], &lines[1], "✓ 1 of 1 packages compile without warnings"],
    );
}

#[test]
fn a_stub_that_does_not_compile() {
    let solution = "    // FAULT\n    // m\n    // FIX\n    n * 2\n    // END\n";
    let mini = Mini::new();
    mini.exercise("01-a", "faulty", with_solution(solution));
    mini.exercise("02-b", "sound", Files::default());
    mini.stdout(&["stubs"]);
    let run = mini.run(&["verify"]);
    assert!(!run.succeeded);
    let problem = "01-a/faulty: the stub cannot be tested: \
                   chapters/01-a/exercises/src/faulty.rs:5: cannot find value `m` in this scope";
    let claim = "✗ 1 of 2 stubs fail, and say in words what was expected (tests: 1)";
    assert_has(&run.stdout, &[problem, claim, "✓ 2 of 2 solutions pass (tests: 2)"]);
}

#[test]
fn a_solution_that_does_not_compile() {
    let solution = "    // TODO: twice\n    m * 2\n    // END\n";
    let problem = "01-a/faulty: the solution cannot be tested: \
                   chapters/01-a/exercises/solutions/faulty.rs:4: cannot find value `m` in this scope";
    let mini = Mini::new();
    mini.exercise("01-a", "faulty", with_solution(solution));
    mini.stdout(&["stubs"]);
    let run = mini.run(&["verify"]);
    assert!(!run.succeeded);
    assert_has(&run.stdout, &[problem, "✗ 0 of 1 solutions pass (tests: 0)"]);
}
