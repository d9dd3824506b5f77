//! Programs print as source that compiles to the same program, and random ones do everything
//! that programs can do.

use model::{Act::*, Outcome, Program};
use model::{event_loop, for_asyncio, for_event_loop, for_kernel, kernel, search};
use proptest::strategy::Strategy;
use std::cell::RefCell;
use std::collections::BTreeSet;

#[test]
fn a_program_prints_as_the_source_that_makes_it() {
    let program = Program(include!("printed/everything.rs"));
    let source = include_str!("printed/everything.rs");
    assert_eq!(program.to_string(), source.trim_end());
    assert_eq!(format!("{program:?}"), source.trim_end());
}

/// All that happens in a few hundred random programs, without the numbers.
fn happenings(
    programs: &impl Strategy<Value = Program>,
    model: fn(&Program) -> Outcome,
) -> BTreeSet<String> {
    let seen = RefCell::new(BTreeSet::new());
    let found = search(400, programs, |program| {
        for line in model(program).log {
            let words = line.split_whitespace().skip(1);
            let words = words.filter(|word| word.parse::<u32>().is_err());
            seen.borrow_mut().insert(words.collect::<Vec<_>>().join(" "));
        }
        Ok(())
    });
    assert_eq!(found, Ok(()));
    seen.into_inner()
}

#[track_caller]
fn contains(seen: &BTreeSet<String>, expected: &[&str]) {
    for line in expected {
        assert!(seen.contains(*line), "nobody {line:?}, only: {seen:#?}");
    }
}

#[test]
fn random_programs_do_all_that_a_kernel_can_answer() {
    let answers = [
        "begins",
        "goes on",
        "has",
        "is gone",
        "hears: it returned",
        "hears: it was killed",
        "hears: it panicked: on purpose",
        "hears: it panicked: a grudge",
        "hears: permission denied",
        "hears: no such task",
        "hears: the task has already ended",
    ];
    contains(&happenings(&for_kernel(), kernel), &answers);
}

const EVENTS: [&str; 12] = [
    "begins",
    "goes on",
    "has",
    "is gone",
    "hears: returned",
    "hears: was cancelled",
    "hears: panicked: on purpose",
    "hears: was sent",
    "hears: is closed",
    "cannot wait for",
    "cannot cancel",
    "cannot receive",
];

#[test]
fn random_programs_do_all_that_an_event_loop_can_do() {
    let seen = happenings(&for_event_loop(), event_loop);
    contains(&seen, &EVENTS);
    contains(&seen, &["hears: too late"]);
    assert!(seen.iter().any(|line| line.starts_with("hears: [")), "nobody gathers");
}

#[test]
fn random_programs_do_all_that_asyncio_can_do() {
    contains(&happenings(&for_asyncio(), event_loop), &EVENTS);
}
