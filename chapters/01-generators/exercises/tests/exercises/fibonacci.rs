use crate::{resumed, transcript};
use evidence::assert_lines;
use ex01_generators::fibonacci::Fibonacci;

#[test]
fn yields_the_numbers_up_to_the_limit() {
    assert_lines(
        "Fibonacci::up_to(5) yields each Fibonacci number up to 5, then returns",
        &transcript(Fibonacci::up_to(5)),
        "yields 0\nyields 1\nyields 1\nyields 2\nyields 3\nyields 5\nreturns ()",
    );
}

#[test]
fn stops_below_a_limit_that_is_no_fibonacci_number() {
    assert_lines(
        "Fibonacci::up_to(4) stops at 3, because 5 is above the limit",
        &transcript(Fibonacci::up_to(4)),
        "yields 0\nyields 1\nyields 1\nyields 2\nyields 3\nreturns ()",
    );
}

#[test]
fn the_first_number_comes_before_any_addition() {
    assert_lines(
        "Fibonacci::up_to(0) yields 0, the value that `a` starts with",
        &transcript(Fibonacci::up_to(0)),
        "yields 0\nreturns ()",
    );
}

#[test]
fn nobody_comes_in_after_the_end() {
    let mut fibonacci = Fibonacci::up_to(0);
    let lines: String = (0..3).map(|_| resumed(&mut fibonacci)).collect();
    assert_lines(
        "after its end it stands at `Done`, and a third resume panics",
        &lines,
        "yields 0\nreturns ()\npanics",
    );
}
