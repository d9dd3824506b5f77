//! The exercises of chapter 05. One alone: `cargo test -p ex05-syscalls cab_rank`.

mod cab_rank;
mod find_task;
mod no_ring;
mod script;
mod spare_lamps;
mod watchman;
