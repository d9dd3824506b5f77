// Check it: cargo test -p ex08-gather-and-select duel

//! `select` drops the loser. Sometimes you would like to have it back, without having
//! kept it on your own frame. So write a `select` that gives it back.

use std::pin::Pin;
use std::task::{Context, Poll};

/// How a duel ended: the winner's output, and the loser, still alive.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome<A: Future, B: Future> {
    /// The first has won.
    First(A::Output, B),
    /// The second has won.
    Second(B::Output, A),
}

/// Both futures, as long as the duel lasts.
pub struct Duel<A, B>(Option<(A, B)>);

/// Waits for the first of two futures, and gives the other one back.
///
/// At each poll both are asked, the first one first. If that is ready, the second one
/// is not asked any more. To be moved out again in the end, they must be `Unpin`.
///
/// # Panics
///
/// Polling it again after its end panics.
pub fn duel<A: Future + Unpin, B: Future + Unpin>(a: A, b: B) -> Duel<A, B> {
    Duel(Some((a, b)))
}

impl<A: Future + Unpin, B: Future + Unpin> Future for Duel<A, B> {
    type Output = Outcome<A, B>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output> {
        todo!("ask both, and give the loser away with the winner's output")
    }
}
