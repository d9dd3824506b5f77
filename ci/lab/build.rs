//! Makes a module of each program: its own source, and below it a driver that runs it with other
//! inputs. The driver sees the program's private items, and what the program prints is recorded.

use std::env;
use std::fs;
use std::path::Path;

/// The program's source, and the driver's name.
const PROGRAMS: [(&str, &str); 2] = [
    ("04-scheduler/src/main.rs", "cooking"),
    ("05-syscalls/src/main.rs", "lighthouse"),
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
        let module = source.collect::<Vec<_>>().join("\n") + "\n\n" + &read(&driver);
        let name = Path::new(&driver).file_name().expect("a name");
        fs::write(Path::new(&out).join(name), module).expect("OUT_DIR can be written");
        println!("cargo::rerun-if-changed={program}");
        println!("cargo::rerun-if-changed={driver}");
    }
}
