//! What the operating system is asked for.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::thread::{CpuSet, sched_setaffinity};

/// Keeps the calling thread on one processor: 0 runs the loops, 1 those who talk to them.
///
/// Does nothing where there is no such processor.
pub fn stay_on_processor(number: usize) {
    let mut processors = CpuSet::new();
    processors.set(number);
    let _ = sched_setaffinity(None, &processors);
}

/// Bytes of memory that this process holds.
pub fn resident_bytes() -> f64 {
    let sizes = std::fs::read_to_string("/proc/self/statm").expect("Linux's /proc");
    let pages: f64 =
        sizes.split(' ').nth(1).and_then(|pages| pages.parse().ok()).expect("pages");
    pages * rustix::param::page_size() as f64
}

/// Allows as many open files as the system lets us have.
pub fn allow_many_files() {
    let limit = getrlimit(Resource::Nofile);
    let _ = setrlimit(
        Resource::Nofile,
        Rlimit { current: limit.maximum, maximum: limit.maximum },
    );
}
