//! What `yield_from!` promises, however deep the nest.

use ch01_generators::Countdown;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch02_coroutines::{AskNumber, Coroutine, yield_from};
use std::rc::Rc;

/// Yields what it is sent, until it is sent 0. Then it returns how much that was.
#[derive(Default)]
struct Echo {
    sum: u32,
    _guard: Rc<()>,
}

impl Coroutine<u32> for Echo {
    type Yield = u32;
    type Return = u32;

    fn resume_with(&mut self, input: u32) -> CoroutineState<u32, u32> {
        self.sum += input;
        match input {
            0 => Complete(self.sum),
            _ => Yielded(input),
        }
    }
}

/// Adds a level, and 1000 to the return value, to show that it was here.
struct Level<C>(C);

impl<C: Coroutine<u32, Yield = u32, Return = u32>> Coroutine<u32> for Level<C> {
    type Yield = u32;
    type Return = u32;

    fn resume_with(&mut self, input: u32) -> CoroutineState<u32, u32> {
        let sum = yield_from!(self.0, input);
        Complete(sum + 1000)
    }
}

#[test]
fn inputs_go_down_yields_come_up_and_each_level_keeps_its_return_value() {
    let mut nest = Level(Level(Level(Echo::default())));
    assert_eq!(nest.resume_with(3), Yielded(3));
    assert_eq!(nest.resume_with(4), Yielded(4));
    assert_eq!(nest.resume_with(0), Complete(3007));
}

/// Delegates to coroutines that it reaches through a reference and through a box.
struct Reached<'a> {
    lent: &'a mut Echo,
    boxed: Box<dyn Coroutine<u32, Yield = u32, Return = u32>>,
}

impl Coroutine<u32> for Reached<'_> {
    type Yield = u32;
    type Return = u32;

    fn resume_with(&mut self, input: u32) -> CoroutineState<u32, u32> {
        Complete(yield_from!(self.lent, input) + yield_from!(self.boxed, input))
    }
}

#[test]
fn a_coroutine_may_lie_behind_a_reference_or_a_box() {
    let mut lent = Echo { sum: 3, ..Echo::default() };
    let boxed = Box::new(Echo { sum: 4, ..Echo::default() });
    let mut both = Reached { lent: &mut lent, boxed };
    assert_eq!(both.resume_with(5), Yielded(5));
    assert_eq!(both.resume_with(0), Complete(12));
}

#[test]
fn dropping_the_outermost_closes_the_innermost() {
    let guard = Rc::new(());
    let mut nest = Level(Level(Level(Echo { sum: 0, _guard: guard.clone() })));
    assert_eq!(nest.resume_with(3), Yielded(3));
    assert_eq!(Rc::strong_count(&guard), 2);
    drop(nest);
    assert_eq!(Rc::strong_count(&guard), 1);
}

#[test]
fn a_nest_is_as_large_as_what_lies_in_it() {
    assert_eq!(
        size_of::<Level<Level<Level<Echo>>>>(),
        size_of::<Echo>(),
        "levels that keep nothing cost nothing"
    );
}

#[test]
fn every_generator_is_a_coroutine() {
    let mut countdown = Countdown::from(1);
    assert_eq!(countdown.resume_with(()), Yielded(1));
    assert_eq!(countdown.resume_with(()), Complete(()));
}

#[test]
fn a_number_is_asked_for_until_there_is_one() {
    let mut age = AskNumber::new("How old are you?");
    let again = |answer| Yielded(format!("{answer} is no number. How old are you?"));
    assert_eq!(age.resume_with(None), Yielded("How old are you?".into()));
    assert_eq!(age.resume_with(Some("old")), again("old"));
    assert_eq!(age.resume_with(Some("-1")), again("-1"));
    assert_eq!(age.resume_with(Some("42")), Complete(42));
}
