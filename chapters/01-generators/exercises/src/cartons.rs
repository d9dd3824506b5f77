// Check it: cargo test -p ex01-generators cartons

//! The hens behind the control centre lay one egg at a time. The shop
//! takes cartons of six, and at the end of the day one that is not full.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};

/// How many eggs a carton holds.
pub const SIZE: usize = 6;

/// Yields what `hens` yields in cartons of [`SIZE`]. The last carton may
/// hold fewer, but is never empty. Returns what `hens` returns, which the
/// `for` of this Python drops:
///
/// ```python
/// def cartons(hens):
///     carton = []
///     for egg in hens:
///         carton.append(egg)
///         if len(carton) == SIZE:
///             yield carton
///             carton = []
///     if carton:
///         yield carton
/// ```
///
/// `hens` is resumed only as often as the next carton needs, and never
/// after it has completed.
pub struct Cartons<G: Generator> {
    hens: G,
    /// What `hens` returned, while the last carton is on its way out.
    /// (`take()` moves it out, also through `&mut self`.)
    returned: Option<G::Return>,
}

impl<G: Generator> Cartons<G> {
    /// Packs what these hens will lay. Nobody has laid anything yet.
    pub fn of(hens: G) -> Self {
        Cartons { hens, returned: None }
    }
}

impl<G: Generator> Generator for Cartons<G> {
    type Yield = Vec<G::Yield>;
    type Return = G::Return;

    fn resume(&mut self) -> CoroutineState<Vec<G::Yield>, G::Return> {
        todo!("fill a carton and yield it, or complete")
    }
}
