//! Exercises of chapter 02, in the order in which they should be done.
#![cfg_attr(not(feature = "solution"), allow(unused))]

/// An arcade machine that is told scores, and remembers the best.
#[cfg_attr(feature = "solution", path = "../solutions/high_score.rs")]
pub mod high_score;

/// Morse code, one signal at a time.
#[cfg_attr(feature = "solution", path = "../solutions/telegraph.rs")]
pub mod telegraph;

/// Bad news for a coroutine that only understands good news.
#[cfg_attr(feature = "solution", path = "../solutions/stop_at_error.rs")]
pub mod stop_at_error;

/// Two coroutines in a row, delegated to by hand.
#[cfg_attr(feature = "solution", path = "../solutions/one_after_other.rs")]
pub mod one_after_other;

/// A safe that does not open. Find out why.
#[cfg_attr(feature = "solution", path = "../solutions/safe.rs")]
pub mod safe;
