//! Exercises of chapter 06, in the order in which they should be done.

// Half-done work has unused parts.
#![cfg_attr(not(feature = "solution"), allow(unused))]

/// A cuckoo that is late by a little more each hour: sleep until, not for.
#[cfg_attr(feature = "solution", path = "../solutions/on_the_hour.rs")]
pub mod on_the_hour;

/// A telegram arrives in pieces, and its length comes first.
#[cfg_attr(feature = "solution", path = "../solutions/telegrams.rs")]
pub mod telegrams;

/// It is broken: guests at this hotel are called in the wrong order, sometimes.
#[cfg_attr(feature = "solution", path = "../solutions/wake_up_calls.rs")]
pub mod wake_up_calls;

/// Wait for something, but not longer than so long.
#[cfg_attr(feature = "solution", path = "../solutions/patience.rs")]
pub mod patience;
