//! What the workloads measure with.

use rustix::time::{ClockId, clock_gettime};
use std::time::Instant;

/// Nanoseconds an operation, so many operations after `start`.
pub fn nanoseconds_each(start: Instant, operations: usize) -> f64 {
    start.elapsed().as_nanos() as f64 / operations as f64
}

/// Nanoseconds for which this thread has used a processor, its system calls included.
pub fn thread_cpu_nanoseconds() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e9 + time.tv_nsec as f64
}
