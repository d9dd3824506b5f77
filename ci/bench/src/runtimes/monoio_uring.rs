//! monoio on io_uring, for the echo server only: elsewhere it is as on epoll.

#[path = "../workloads/network.rs"]
mod network;

use super::monoio::accept;
use monoio::{IoUringDriver, RuntimeBuilder};

pub use network::turn;

pub fn serve(listener: std::net::TcpListener, connections: usize) {
    let runtime = RuntimeBuilder::<IoUringDriver>::new().enable_timer().build();
    runtime.expect("io_uring").block_on(accept(listener, connections));
}
