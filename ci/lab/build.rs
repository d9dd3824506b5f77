//! Makes a module of each program: its own source, and in it a module `reader`, a driver that runs
//! it with other inputs. The driver sees the program's private items, and may have items with the
//! same names. What the program prints is recorded.

use std::env;
use std::fs;
use std::path::Path;

/// The program's source, and the driver's name.
const PROGRAMS: [(&str, &str); 7] = [
    ("04-scheduler/src/main.rs", "cooking"),
    ("04-scheduler/examples/lifo.rs", "queueing"),
    ("05-syscalls/src/main.rs", "lighthouse"),
    ("06-sleep-and-io/examples/sleepers.rs", "street"),
    ("07-future-and-handle/examples/encore.rs", "theatre"),
    ("08-gather-and-select/src/main.rs", "night"),
    ("08-gather-and-select/examples/called_off.rs", "search"),
];

fn main() {
    let out = env::var("OUT_DIR").expect("cargo runs build scripts");
    for (program, driver) in PROGRAMS {
        let program = format!("../../chapters/{program}");
        let driver = format!("drivers/{driver}.rs");
        let read = |file: &str| {
            fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"))
        };
        // A module in the midst of a file has no header.
        let source = read(&program);
        let source = source.lines().filter(|line| !line.starts_with("//!"));
        let source = source.collect::<Vec<_>>().join("\n");
        let reader = read(&driver);
        let module =
            format!("{source}\npub(crate) mod reader {{\nuse super::*;\n{reader}}}\n");
        let name = Path::new(&driver).file_name().expect("a name");
        fs::write(Path::new(&out).join(name), module).expect("OUT_DIR can be written");
        println!("cargo::rerun-if-changed={program}");
        println!("cargo::rerun-if-changed={driver}");
    }
}
