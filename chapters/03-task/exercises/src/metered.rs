// Check it: cargo test -p ex03-task metered

//! Mission control wants to know how many turns each console has had. A task
//! does not say: once a body is in its box, nobody can read its fields.

use ch02_coroutines::{Coroutine, CoroutineState};
use std::cell::Cell;
use std::rc::Rc;

/// A body with a meter: it behaves as the body alone, and counts its turns.
///
/// Every turn counts, the last one too, whether it ends with a yield, a return
/// or a panic.
pub struct Metered<B> {
    body: B,
    turns: Rc<Cell<u32>>,
}

impl<B> Metered<B> {
    /// Puts a meter on `body`. The second value shows the count, and goes on
    /// showing it after the first has disappeared into a task.
    pub fn new(body: B) -> (Self, Rc<Cell<u32>>) {
        todo!("put a meter on the body")
    }
}

impl<B: Coroutine<Input>, Input> Coroutine<Input> for Metered<B> {
    type Yield = B::Yield;
    type Return = B::Return;

    fn resume_with(&mut self, input: Input) -> CoroutineState<B::Yield, B::Return> {
        todo!("one turn, metered")
    }
}
