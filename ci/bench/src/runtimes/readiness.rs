//! Not runtimes, but what runtimes wait with.

use crate::workload::Kind;
use crate::workloads::readiness::Sockets;

/// The system call `select`.
pub fn select(kind: Kind, waits: usize) -> Option<Vec<f64>> {
    Some(vec![sockets(kind)?.select(waits)?])
}

/// The system call `poll`.
pub fn poll(kind: Kind, waits: usize) -> Option<Vec<f64>> {
    Some(vec![sockets(kind)?.poll(waits)])
}

/// epoll, the selector of Linux.
pub fn selector(kind: Kind, waits: usize) -> Option<Vec<f64>> {
    Some(vec![sockets(kind)?.epoll(waits).expect("a selector")])
}

fn sockets(kind: Kind) -> Option<Sockets> {
    match kind {
        Kind::Sockets { idle } => Some(Sockets::new(idle).expect("enough sockets")),
        _ => None,
    }
}
