use crate::{Voice, transcript};
use ch01_generators::Countdown;
use evidence::assert_lines;
use ex01_generators::turns::Turns;

#[test]
fn everybody_in_turn() {
    assert_lines(
        "ann and bob say one sentence each, in turn",
        &transcript(Turns::of([Voice::new("ann", 2), Voice::new("bob", 2)])),
        "yields \"ann 1\"\nyields \"bob 1\"\nyields \"ann 2\"\nyields \"bob 2\"\nreturns ()",
    );
}

#[test]
fn those_who_are_done_are_left_out() {
    let crew = [Voice::new("ann", 3), Voice::new("bob", 1), Voice::new("cid", 2)];
    assert_lines(
        "bob goes home after one sentence, cid after two, and nobody is asked after the end",
        &transcript(Turns::of(crew)),
        "yields \"ann 1\"\nyields \"bob 1\"\nyields \"cid 1\"\n\
         yields \"ann 2\"\nyields \"cid 2\"\nyields \"ann 3\"\nreturns ()",
    );
}

#[test]
fn one_without_a_word_costs_no_turn() {
    let countdowns = [0, 2, 0, 1].map(Countdown::from);
    assert_lines(
        "a resume passes over those who complete, until somebody yields",
        &transcript(Turns::of(countdowns)),
        "yields 2\nyields 1\nyields 1\nreturns ()",
    );
}

#[test]
fn nobody_at_all() {
    assert_lines(
        "no generators: complete at once",
        &transcript(Turns::<Countdown>::of([])),
        "returns ()",
    );
}
