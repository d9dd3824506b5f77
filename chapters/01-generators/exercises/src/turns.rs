// Check it: cargo test -p ex01-generators turns

//! Ground control has one microphone. Everybody says one sentence and
//! passes it on, and whoever has nothing left to say goes home.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};
use std::collections::VecDeque;

/// Resumes its generators in turn, and yields what they yield. One that
/// has completed gets no more turns; the rest go on. Completes when all have.
///
/// Every resume yields a value as long as there is one to be had.
pub struct Turns<G> {
    /// Those that have not completed, the next one in front.
    waiting: VecDeque<G>,
}

impl<G> Turns<G> {
    /// The first generator has the first turn. None of them runs yet.
    pub fn of(generators: impl IntoIterator<Item = G>) -> Self {
        Turns { waiting: generators.into_iter().collect() }
    }
}

impl<G: Generator> Generator for Turns<G> {
    type Yield = G::Yield;
    type Return = ();

    fn resume(&mut self) -> CoroutineState<G::Yield, ()> {
        todo!("resume the one in front. It yields: pass that on. It completes: …?")
    }
}
