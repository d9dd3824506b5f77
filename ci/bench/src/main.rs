//! `cargo race`: the book's event loop against the runtimes that people use.
//!
//! `workload` and `runtime` say what is raced and who takes part. `race` gives every runtime a
//! process of its own (`worker`) and lets them take turns. `statistics` and `bars` judge the
//! samples, `report` and `plot` show them. What is measured stands in `workloads/`, one file a
//! family, and how a runtime does it in `runtimes/`, one file a runtime.

mod arguments;
mod bars;
mod bell;
mod client;
mod clock;
mod machine;
mod names;
mod plot;
mod process;
mod race;
mod random;
mod report;
mod result;
mod runtime;
mod runtimes;
mod statistics;
mod worker;
mod workload;
mod workloads;
mod yielding;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    match arguments::Arguments::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
