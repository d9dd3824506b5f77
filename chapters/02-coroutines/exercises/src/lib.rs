//! Exercises of chapter 02, in the order in which they should be done.
#![cfg_attr(not(feature = "solution"), allow(unused))]

/// A dealer who speaks first: a Python function that had to be primed.
#[cfg_attr(feature = "solution", path = "../solutions/haggle.rs")]
pub mod haggle;

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
