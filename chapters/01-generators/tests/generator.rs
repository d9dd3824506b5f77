//! What holds for every countdown, and for every generator behind `Resumes`.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Countdown, Generator, Resumes,
};
use std::cell::Cell;
use std::rc::Rc;

#[test]
fn a_countdown_yields_each_number_once_then_completes() {
    for n in 0..=20 {
        let mut countdown = Countdown::from(n);
        for expected in (1..=n).rev() {
            assert_eq!(countdown.resume(), Yielded(expected));
        }
        assert_eq!(countdown.resume(), Complete(()));
    }
}

#[test]
#[should_panic(expected = "Countdown resumed after it completed")]
fn a_countdown_resumed_after_completion_panics() {
    let mut countdown = Countdown::from(0);
    countdown.resume();
    countdown.resume();
}

/// Yields once, and counts how often it was resumed.
struct Counted(Rc<Cell<u32>>);

impl Generator for Counted {
    type Yield = ();
    type Return = &'static str;

    fn resume(&mut self) -> CoroutineState<(), &'static str> {
        self.0.set(self.0.get() + 1);
        if self.0.get() == 1 { Yielded(()) } else { Complete("the end") }
    }
}

#[test]
fn wrapping_a_generator_does_not_resume_it() {
    let resumes = Rc::new(Cell::new(0));
    let _values = Resumes::of(Counted(resumes.clone()));
    assert_eq!(resumes.get(), 0);
}

#[test]
fn an_iterator_never_resumes_a_generator_after_completion() {
    let resumes = Rc::new(Cell::new(0));
    let mut values = Resumes::of(Counted(resumes.clone()));
    assert_eq!([values.next(), values.next(), values.next()], [Some(()), None, None]);
    assert_eq!(resumes.get(), 2);
}

#[test]
fn a_completed_generator_is_dropped_at_once() {
    let resumes = Rc::new(Cell::new(0));
    let mut values = Resumes::of(Counted(resumes.clone()));
    values.next();
    assert_eq!(Rc::strong_count(&resumes), 2);
    values.next();
    assert_eq!(Rc::strong_count(&resumes), 1);
}
