use crate::{Voice, resumed, transcript};
use ch01_generators::{
    CoroutineState::{self, Yielded},
    Countdown, Generator,
};
use evidence::assert_lines;
use ex01_generators::cartons::Cartons;
use std::{cell::Cell, rc::Rc};

#[test]
fn full_cartons_and_no_empty_one() {
    assert_lines(
        "12 eggs make two full cartons, and no empty third",
        &transcript(Cartons::of(Countdown::from(12))),
        "yields [12, 11, 10, 9, 8, 7]\nyields [6, 5, 4, 3, 2, 1]\nreturns ()",
    );
}

#[test]
fn the_last_carton_may_not_be_full() {
    assert_lines(
        "8 eggs make a full carton and one of two, and only then is it the end",
        &transcript(Cartons::of(Countdown::from(8))),
        "yields [8, 7, 6, 5, 4, 3]\nyields [2, 1]\nreturns ()",
    );
}

#[test]
fn what_the_hens_return_is_returned() {
    assert_lines(
        "the value that `hens` returned comes out at the end, also after a carton that is not full",
        &transcript(Cartons::of(Voice::new("berta", 1))),
        "yields [\"berta 1\"]\nreturns \"berta is done\"",
    );
}

#[test]
fn a_day_without_eggs() {
    assert_lines(
        "no eggs, no carton",
        &transcript(Cartons::of(Countdown::from(0))),
        "returns ()",
    );
}

/// Lays for ever, and counts.
struct Tireless(Rc<Cell<u32>>);

impl Generator for Tireless {
    type Yield = u32;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<u32, ()> {
        self.0.set(self.0.get() + 1);
        Yielded(self.0.get())
    }
}

#[test]
fn no_egg_is_laid_ahead_of_time() {
    let laid = Rc::new(Cell::new(0));
    let mut cartons = Cartons::of(Tireless(laid.clone()));
    let before = laid.get();
    let carton = resumed(&mut cartons);
    assert_lines(
        "no egg is laid before the first resume, and six for the first carton",
        &format!("{before} laid\n{carton}{} laid", laid.get()),
        "0 laid\nyields [1, 2, 3, 4, 5, 6]\n6 laid",
    );
}
