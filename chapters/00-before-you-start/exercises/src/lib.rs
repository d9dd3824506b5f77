//! Exercises before you start: two to warm up with.

// A hole in a stub leaves imports and fields unused. That is no fault of yours.
#![cfg_attr(not(feature = "solution"), allow(unused))]

/// Fill in the arms of a match: what comes after which light?
#[cfg_attr(feature = "solution", path = "../solutions/traffic_light.rs")]
pub mod traffic_light;

/// Give back what you own: an `Option`, taken once.
#[cfg_attr(feature = "solution", path = "../solutions/left_luggage.rs")]
pub mod left_luggage;
