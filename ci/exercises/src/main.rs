//! `cargo exercises`: shows the way through the exercises, and proves that they are sound.

fn main() -> std::process::ExitCode {
    exercises::run()
}
