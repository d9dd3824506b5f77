//! Exercises of chapter 03, in the order in which they should be done.

// Half-done work has unused parts.
#![cfg_attr(not(feature = "solution"), allow(unused))]

/// Let a generator sit in a list whose members are all told something.
#[cfg_attr(feature = "solution", path = "../solutions/earplugs.rs")]
pub mod earplugs;

/// A body that does what its send value says.
#[cfg_attr(feature = "solution", path = "../solutions/night_desk.rs")]
pub mod night_desk;

/// Count the turns of a body that nobody can look into any more.
#[cfg_attr(feature = "solution", path = "../solutions/metered.rs")]
pub mod metered;

/// Run a list of tasks round by round, and report who ended how.
#[cfg_attr(feature = "solution", path = "../solutions/rounds.rs")]
pub mod rounds;

/// It is broken: notes reach strangers. Find out why.
#[cfg_attr(feature = "solution", path = "../solutions/roster.rs")]
pub mod roster;
