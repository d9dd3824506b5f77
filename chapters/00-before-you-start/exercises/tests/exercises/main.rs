//! `cargo test -p ex00-before-you-start` checks both, with a name behind it only that one.

mod left_luggage;
mod traffic_light;
