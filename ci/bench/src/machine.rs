//! On what it was measured.

use std::fs::read_to_string;
use std::process::Command;

/// Processor, system, compiler and the peers' versions, a line each.
pub fn describe(python: &str) -> Vec<String> {
    let mut lines = vec![
        format!("processor: {}, {} cores", processor(), cores()),
        format!("system: {}", output("uname", &["-sr"])),
        format!("compiler: {}", output("rustc", &["--version"])),
        format!("interpreter: {}", output(python, &["--version"])),
    ];
    let peers =
        ["tokio", "async-executor", "async-io", "futures", "compio", "monoio", "mio"];
    let versions = peers.map(|peer| format!("{peer} {}", version_in(LOCK, peer)));
    lines.push(format!("peers: {}", versions.join(", ")));
    lines
}

const LOCK: &str = include_str!("../Cargo.lock");

fn processor() -> String {
    let info = read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = info.lines().find_map(|line| line.strip_prefix("model name"));
    name.map_or("unknown", |name| name.trim_start_matches([' ', '\t', ':'])).into()
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn output(program: &str, arguments: &[&str]) -> String {
    match Command::new(program).args(arguments).output() {
        Ok(output) => String::from_utf8_lossy(&output.stdout).trim().into(),
        Err(_) => format!("no {program}"),
    }
}

/// The newest version of a crate that a lock file has.
fn version_in<'a>(lock: &'a str, crate_name: &str) -> &'a str {
    let entry = format!("name = \"{crate_name}\"\nversion = \"");
    let found = lock.rsplit_once(&entry).map(|(_, rest)| rest);
    found.and_then(|rest| rest.split('"').next()).unwrap_or("unknown")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_says_which_version() {
        let lock = "name = \"mio\"\nversion = \"0.8.1\"\n\nname = \"mio\"\nversion = \"1.2.4\"\n";
        assert_eq!(version_in(lock, "mio"), "1.2.4");
        assert_eq!(version_in(lock, "mi"), "unknown");
        assert_eq!(version_in(LOCK, "tokio"), "1.54.1");
    }
}
