//! Exercises of chapter 08, in the order in which they should be done.

// Half-done work has unused parts.
#![cfg_attr(not(feature = "solution"), allow(unused))]

/// A pigeon that has not come back by evening will not: send another.
#[cfg_attr(feature = "solution", path = "../solutions/pigeons.rs")]
pub mod pigeons;

/// Many dishes, few hobs: a gather that does not start everything at once.
#[cfg_attr(feature = "solution", path = "../solutions/hobs.rs")]
pub mod hobs;

/// Scouts on every road: the first who gets through, or why nobody did.
#[cfg_attr(feature = "solution", path = "../solutions/roads.rs")]
pub mod roads;

/// Broken: two answer a question, and the show ends after the first of them.
#[cfg_attr(feature = "solution", path = "../solutions/quiz.rs")]
pub mod quiz;

/// Write your own `select`, one that gives the loser back.
#[cfg_attr(feature = "solution", path = "../solutions/duel.rs")]
pub mod duel;

/// On the network: send back each line, and wait for none of them too long.
#[cfg_attr(feature = "solution", path = "../solutions/clerk.rs")]
pub mod clerk;
