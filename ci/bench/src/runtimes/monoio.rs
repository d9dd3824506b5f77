//! monoio on epoll.

#[path = "../workloads/network.rs"]
mod network;
#[path = "../workloads/tasks.rs"]
mod tasks;
#[path = "../workloads/timers.rs"]
mod timers;

use crate::workload::Kind;
use monoio::buf::IoBuf;
use monoio::io::{AsyncReadRent, AsyncWriteRentExt};
use monoio::net::{TcpListener, TcpStream};
use monoio::task::JoinHandle;
use monoio::{LegacyDriver, RuntimeBuilder};

pub use super::smol::{Sender, oneshot, receive, send};
pub use futures::future::join_all as gather;
pub use monoio::spawn;
pub use monoio::time::sleep;

/// One turn.
pub fn turn(kind: Kind, operations: usize) -> Option<Vec<f64>> {
    tasks::turn(kind, operations)
        .or_else(|| timers::turn(kind, operations))
        .or_else(|| network::turn(kind, operations))
}

pub fn run<T: 'static>(future: impl Future<Output = T> + 'static) -> T {
    let runtime = RuntimeBuilder::<LegacyDriver>::new().enable_timer().build();
    runtime.expect("a runtime").block_on(async { join(spawn(future)).await })
}

pub async fn join<T>(task: JoinHandle<T>) -> T {
    task.await
}

pub fn detach<T>(task: JoinHandle<T>) {
    drop(task);
}

pub fn serve(listener: std::net::TcpListener, connections: usize) {
    run(accept(listener, connections));
}

/// The server, whatever it runs on.
pub async fn accept(listener: std::net::TcpListener, connections: usize) {
    let listener = TcpListener::from_std(listener).expect("a listener");
    let mut echoes = Vec::new();
    for _ in 0..connections {
        let (stream, _) = listener.accept().await.expect("a client");
        echoes.push(spawn(echo(stream)));
    }
    for task in echoes {
        join(task).await.expect("an echo");
    }
}

async fn echo(mut stream: TcpStream) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut buffer = Vec::with_capacity(1024);
    loop {
        let (bytes, read) = stream.read(buffer).await;
        let bytes = bytes?;
        if bytes == 0 {
            return Ok(());
        }
        let (written, rest) = stream.write_all(read.slice(..bytes)).await;
        written?;
        buffer = rest.into_inner();
        buffer.clear();
    }
}
