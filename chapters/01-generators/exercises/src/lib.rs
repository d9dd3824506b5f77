//! Exercises of chapter 01: generators.

// A hole in a stub leaves imports and fields unused. That is no fault of yours.
#![cfg_attr(not(feature = "solution"), allow(unused))]

/// Turn a Python generator into a state machine: locals become fields.
#[cfg_attr(feature = "solution", path = "../solutions/fibonacci.rs")]
pub mod fibonacci;

/// Make a generator smaller: which locals need no field?
#[cfg_attr(feature = "solution", path = "../solutions/slim.rs")]
pub mod slim;

/// Find the fault: one generator after another.
#[cfg_attr(feature = "solution", path = "../solutions/sequel.rs")]
pub mod sequel;

/// Let any number of generators take turns.
#[cfg_attr(feature = "solution", path = "../solutions/turns.rs")]
pub mod turns;

/// Pack what a generator yields into boxes, the last one perhaps not full.
#[cfg_attr(feature = "solution", path = "../solutions/cartons.rs")]
pub mod cartons;
