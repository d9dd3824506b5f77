// Check it: cargo test -p ex04-scheduler express

//! Guests who have a train to catch order express. Their dishes go first; but
//! whoever has time wants to eat this evening, too.

use ch04_scheduler::{Scheduler, Turn};

/// After this many express turns a normal dish goes first. Turns in which no
/// normal dish was ready count, too.
pub const IN_A_ROW: u32 = 3;

/// Two schedulers, and a rule whose turn it is.
#[derive(Default)]
pub struct Kitchen {
    /// The dishes that go first.
    pub express: Scheduler,
    /// The others.
    pub normal: Scheduler,
    /// How many express turns there have been since the last normal one. It
    /// need not count beyond [`IN_A_ROW`].
    in_a_row: u32,
}

/// Which of the two had a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// One of those that go first.
    Express,
    /// One of the others.
    Normal,
}

impl Kitchen {
    /// Gives one turn. An express dish goes first, but after [`IN_A_ROW`]
    /// express turns in a row a normal one does. Nobody waits for a kind of
    /// which none is ready: then the other kind has the turn. `None` if no
    /// dish of either kind is ready.
    pub fn step(&mut self) -> Option<(Lane, Turn<()>)> {
        todo!("choose the kind that goes first, or else the other")
    }
}
