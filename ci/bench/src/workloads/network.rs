//! An echo server. A runtime's file supplies `serve`, which accepts so many connections, echoes on
//! each until its client closes it, and returns.

use super::serve;
use crate::client::Client;
use crate::clock::thread_cpu_nanoseconds;
use crate::workload::Kind;
use std::net::TcpListener;

/// One turn; `None` if it is about something else.
pub fn turn(kind: Kind, operations: usize) -> Option<Vec<f64>> {
    match kind {
        Kind::Echo { connections } => Some(echo(connections, operations / connections)),
        _ => None,
    }
}

/// Nanoseconds a request as the client sees them, all connections busy, and nanoseconds of
/// processor time that the server spends on one, its part of connecting included.
fn echo(connections: usize, requests: usize) -> Vec<f64> {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    // std's own backlog would make a thousand clients wait in a queue of 128.
    rustix::net::listen(&listener, 4096).expect("a longer backlog");
    let client = Client::start(
        listener.local_addr().expect("an address"),
        connections,
        requests,
    );
    let before = thread_cpu_nanoseconds();
    serve(listener, connections);
    let cpu = thread_cpu_nanoseconds() - before;
    vec![client.nanoseconds_each(), cpu / (connections * requests) as f64]
}
