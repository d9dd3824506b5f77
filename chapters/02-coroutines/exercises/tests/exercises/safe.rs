use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{Complete, Yielded};
use evidence::assert_lines;
use ex02_coroutines::safe::Safe;

/// Types the digits into a safe with the code 471. A line for each, with what the
/// display shows.
fn display(digits: &str) -> String {
    let mut safe = Safe::new("471");
    let mut lines = String::new();
    for digit in digits.chars() {
        let shown = match safe.resume_with(digit) {
            Yielded(text) => text,
            Complete(tries) => format!("open after {tries}"),
        };
        lines += &format!("{digit}: {shown}\n");
    }
    lines
}

#[test]
fn the_right_code_opens_it() {
    assert_lines(
        "one star, two stars, and the third digit opens the safe at the first try",
        &display("471"),
        "4: *\n7: **\n1: open after 1",
    );
}

#[test]
fn after_a_wrong_code_it_starts_again() {
    assert_lines(
        "three wrong digits are forgotten, and the right ones open it at the next try",
        &display("123471"),
        "1: *\n2: **\n3: wrong\n4: *\n7: **\n1: open after 2",
    );
}
