//! Exercises of chapter 07, in the order in which they should be done.

// Half-done work has unused parts.
#![cfg_attr(not(feature = "solution"), allow(unused))]

/// A future by hand: who waits for toast reads the paper until the toaster pops up.
#[cfg_attr(feature = "solution", path = "../solutions/toaster.rs")]
pub mod toaster;

/// The smallest event loop runs one future, and sleeps in between.
#[cfg_attr(feature = "solution", path = "../solutions/block_on.rs")]
pub mod block_on;

/// Two futures at once, in one task.
#[cfg_attr(feature = "solution", path = "../solutions/both.rs")]
pub mod both;

/// Broken: a box office calls people and has no ticket for them.
#[cfg_attr(feature = "solution", path = "../solutions/box_office.rs")]
pub mod box_office;

/// So many ships at once, the others in line: a semaphore.
#[cfg_attr(feature = "solution", path = "../solutions/berths.rs")]
pub mod berths;
