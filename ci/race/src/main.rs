//! `cargo race`: builds and runs `ci/bench`, wherever in the workspace you are.
//!
//! An alias alone cannot do it: `--manifest-path` counts from the current folder.

use std::env;
use std::process::{Command, ExitCode};

const BENCH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../bench/Cargo.toml");

fn main() -> ExitCode {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args([
        "run",
        "--quiet",
        "--locked",
        "--release",
        "--manifest-path",
        BENCH,
        "--",
    ]);
    match command.args(env::args_os().skip(1)).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(status) => ExitCode::from(status.code().unwrap_or(1) as u8),
        Err(error) => {
            eprintln!("error: cannot start cargo: {error}");
            ExitCode::FAILURE
        }
    }
}
