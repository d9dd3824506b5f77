//! Exercises of the pages on graduating to tokio.

// A hole in a stub leaves imports and fields unused. That is no fault of yours.
#![cfg_attr(not(feature = "solution"), allow(unused))]

/// Build tokio's budget: who always has something to do lets others go first now and then.
#[cfg_attr(feature = "solution", path = "../solutions/budget.rs")]
pub mod budget;

/// Move a program of ours to tokio, and to two threads.
#[cfg_attr(feature = "solution", path = "../solutions/fair.rs")]
pub mod fair;

/// It is broken, find it: a night watch that calls the hour only in quiet nights.
#[cfg_attr(feature = "solution", path = "../solutions/night_watch.rs")]
pub mod night_watch;
