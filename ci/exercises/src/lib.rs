//! The exercise companion: what `cargo exercises` is made of.

mod arguments;
mod cargo;
mod commands;
mod exercise;
pub mod hints;
mod libtest;
mod progress;
pub mod regions;
mod rustfmt;
mod stubs;
mod terminal;
mod verify;
mod view;
mod watch;
mod workspace;

use clap::Parser;
use std::io::{self, Write};
use std::process::ExitCode;

/// Runs `cargo exercises` with the arguments of this process.
///
/// An error, such as a name that no exercise has, is printed, and the exit code says so.
///
/// ```no_run
/// fn main() -> std::process::ExitCode {
///     exercises::run()
/// }
/// ```
pub fn run() -> ExitCode {
    match commands::dispatch(arguments::Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
