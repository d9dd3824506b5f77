use crate::Log;
use ch02_coroutines::{
    Coroutine,
    CoroutineState::{self, Complete, Yielded},
};
use ch03_task::Tid;
use evidence::assert_lines;
use ex04_scheduler::post_office::{Letter, PostOffice, Wish};
use std::rc::Rc;
use std::vec::IntoIter;

/// Has a list of wishes, and notes with what it goes on after each.
struct Villager {
    name: &'static str,
    wishes: IntoIter<Wish>,
    log: Log,
}

impl Coroutine<Option<Letter>> for Villager {
    type Yield = Wish;
    type Return = ();

    fn resume_with(&mut self, input: Option<Letter>) -> CoroutineState<Wish, ()> {
        let name = self.name;
        *self.log.borrow_mut() += &match input {
            Some(letter) => format!("{name} reads: {letter}\n"),
            None => format!("{name} goes on\n"),
        };
        self.wishes.next().map_or(Complete(()), Yielded)
    }
}

/// Runs villagers 1, 2, 3 … who wish this. Returns what they did and how many wait at the end.
fn run<const N: usize>(villagers: [(&'static str, Vec<Wish>); N]) -> (String, usize) {
    let (mut office, log) = (PostOffice::default(), Log::default());
    for (name, wishes) in villagers {
        let (wishes, log) = (wishes.into_iter(), Rc::clone(&log));
        office.move_in(name, Villager { name, wishes, log });
    }
    let waiting = office.run();
    (log.take(), waiting)
}

#[track_caller]
fn assert_waiting(expectation: &str, actual: usize, expected: usize) {
    assert!(
        actual == expected,
        "Expected: {expectation}. Still waiting: {actual}, expected {expected}"
    );
}

fn send(to: u64, letter: &str) -> Wish {
    Wish::Send(Tid::new(to), letter.into())
}

#[test]
fn a_letter_for_somebody_who_waits() {
    let (log, waiting) =
        run([("ada", vec![Wish::Receive]), ("bo", vec![send(1, "come over")])]);
    assert_lines(
        "ada waits; bo's letter makes her ready, ahead of bo",
        &log,
        "ada goes on\nbo goes on\nada reads: come over\nbo goes on",
    );
    assert_waiting("ada has her letter, so nobody waits", waiting, 0);
}

#[test]
fn letters_for_somebody_who_is_busy() {
    let (log, waiting) = run([
        ("bo", vec![send(2, "first"), send(2, "second")]),
        ("ada", vec![send(3, "wait for me"), Wish::Receive, Wish::Receive]),
        ("cy", vec![]),
    ]);
    assert_lines(
        "the letters lie in ada's box until she asks, and come out oldest first",
        &log,
        "bo goes on\nada goes on\ncy goes on\nbo goes on\nada goes on\n\
         bo goes on\nada reads: first\nada reads: second",
    );
    assert_waiting("both letters were in the box, so nobody waits", waiting, 0);
}

#[test]
fn question_and_answer() {
    let (log, waiting) = run([
        ("ada", vec![send(2, "tea?"), Wish::Receive]),
        ("bo", vec![Wish::Receive, send(1, "yes")]),
    ]);
    assert_lines(
        "bo reads the question, ada reads the answer",
        &log,
        "ada goes on\nbo goes on\nada goes on\nbo reads: tea?\nada reads: yes\nbo goes on",
    );
    assert_waiting("both have read their letter, so nobody waits", waiting, 0);
}

#[test]
fn a_letter_to_oneself() {
    let (log, waiting) = run([("ada", vec![send(1, "buy milk"), Wish::Receive])]);
    assert_lines(
        "who sends goes on with None, and finds the letter in the box afterwards",
        &log,
        "ada goes on\nada goes on\nada reads: buy milk",
    );
    assert_waiting("ada has read her own letter, so nobody waits", waiting, 0);
}

#[test]
fn nobody_writes() {
    let (log, waiting) =
        run([("ada", vec![Wish::Receive]), ("bo", vec![Wish::Receive])]);
    assert_lines("each has one turn, and then waits", &log, "ada goes on\nbo goes on");
    assert_waiting("`run` ends although two still wait, and says so", waiting, 2);
}
