//! Exercises of chapter 04, in the order in which they should be done.

// Half-done work has unused parts.
#![cfg_attr(not(feature = "solution"), allow(unused))]

/// The kitchen closes after so many turns. Who is done by then?
#[cfg_attr(feature = "solution", path = "../solutions/closing_time.rs")]
pub mod closing_time;

/// It is broken: since guests may cancel, the kitchen closes early. Find out why.
#[cfg_attr(feature = "solution", path = "../solutions/cancelled.rs")]
pub mod cancelled;

/// Let a task rest, and call it back.
#[cfg_attr(feature = "solution", path = "../solutions/coffee_break.rs")]
pub mod coffee_break;

/// Two queues, one of them faster, and nobody starves.
#[cfg_attr(feature = "solution", path = "../solutions/express.rs")]
pub mod express;

/// Tasks that write letters to each other, and wait for an answer.
#[cfg_attr(feature = "solution", path = "../solutions/post_office.rs")]
pub mod post_office;
