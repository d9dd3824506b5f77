use crate::{
    CoroutineState::{Complete, Yielded},
    Generator,
};
use std::iter::FusedIterator;

/// The values of a [`Generator`], as an [`Iterator`], so that a `for` loop
/// can resume it.
///
/// Asked again after the end, it says `None` again: the generator is
/// dropped as soon as it completes, and what it returned goes with it.
///
/// ```
/// use ch01_generators::{Countdown, Resumes};
///
/// let mut values = Resumes::of(Countdown::from(1));
/// assert_eq!(values.next(), Some(1));
/// assert_eq!(values.next(), None);
/// assert_eq!(values.next(), None);
/// ```
#[derive(Debug)]
#[must_use = "a generator does nothing until it is resumed"]
pub struct Resumes<G> {
    generator: Option<G>,
}

impl<G: Generator> Resumes<G> {
    /// Wraps `generator`, and does not run it yet.
    pub fn of(generator: G) -> Self {
        Resumes { generator: Some(generator) }
    }
}

impl<G: Generator> Iterator for Resumes<G> {
    type Item = G::Yield;

    fn next(&mut self) -> Option<G::Yield> {
        match self.generator.as_mut()?.resume() {
            Yielded(value) => Some(value),
            Complete(_) => {
                self.generator = None;
                None
            }
        }
    }
}

impl<G: Generator> FusedIterator for Resumes<G> {}
