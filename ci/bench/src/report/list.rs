//! The names.

use crate::{runtime, workload};
use std::fmt::Write;

/// All workloads and runtimes, a line each.
pub fn print() -> String {
    let mut text = String::from("workloads\n");
    for workload in workload::ALL {
        let _ = writeln!(text, "  {:<14} {}", workload.name, workload.about);
    }
    text += "\nruntimes\n";
    for runtime in runtime::ALL {
        let _ = writeln!(text, "  {:<14} {}", runtime.name, runtime.about);
    }
    text
}
