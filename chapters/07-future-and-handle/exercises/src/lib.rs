//! Exercises of chapter 07, in the order in which they should be done.

// Half-done work has unused parts.
#![cfg_attr(not(feature = "solution"), allow(unused))]

/// A future by hand: who waits for toast reads the paper until the toaster pops up.
#[cfg_attr(feature = "solution", path = "../solutions/toaster.rs")]
pub mod toaster;

/// The smallest event loop runs one future, and sleeps in between.
#[cfg_attr(feature = "solution", path = "../solutions/block_on.rs")]
pub mod block_on;
