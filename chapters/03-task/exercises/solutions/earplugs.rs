//! Every console in the list is told temperatures, so the list wants
//! `Coroutine<Option<i32>>`. The countdown is a `Coroutine<()>` and is refused:
//! give it earplugs.

use ch01_generators::Generator;
use ch02_coroutines::{Coroutine, CoroutineState};

/// A generator that may be told anything, and hears nothing.
pub struct Earplugs<G> {
    /// Whoever wears them.
    pub generator: G,
}

/// One `impl` for every `Input` there is. Nothing is known about `Input`: why can
/// the same code serve all of them?
impl<G: Generator, Input> Coroutine<Input> for Earplugs<G> {
    type Yield = G::Yield;
    type Return = G::Return;

    fn resume_with(&mut self, input: Input) -> CoroutineState<G::Yield, G::Return> {
        // TODO: what is a turn of somebody who hears nothing?
        drop(input);
        self.generator.resume()
        // END
    }
}
