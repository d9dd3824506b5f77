//! Exercises of chapter 05, in the order in which they should be done.

// Half-done work has unused parts.
#![cfg_attr(not(feature = "solution"), allow(unused))]

/// Write a call of your own: find a task by its name.
#[cfg_attr(feature = "solution", path = "../solutions/find_task.rs")]
pub mod find_task;

/// Write a task: it waits for another, and replaces it when it fails.
#[cfg_attr(feature = "solution", path = "../solutions/spare_lamps.rs")]
pub mod spare_lamps;

/// Write two calls of which one answers the other.
#[cfg_attr(feature = "solution", path = "../solutions/cab_rank.rs")]
pub mod cab_rank;

/// Search where the rule compares: refuse only the wait that closes a ring.
#[cfg_attr(feature = "solution", path = "../solutions/no_ring.rs")]
pub mod no_ring;

/// It is broken: a watchman locks up too early. Find out why.
#[cfg_attr(feature = "solution", path = "../solutions/watchman.rs")]
pub mod watchman;
