//! compio, which hands its buffers to the operating system (io_uring).

#[path = "../workloads/network.rs"]
mod network;
#[path = "../workloads/tasks.rs"]
mod tasks;
#[path = "../workloads/timers.rs"]
mod timers;

use crate::workload::Kind;
use compio::buf::{IntoInner, IoBuf};
use compio::io::{AsyncRead, AsyncWriteExt};
use compio::net::{TcpListener, TcpStream};
use compio::runtime::{JoinHandle, Runtime};

pub use super::smol::{Sender, oneshot, receive, send};
pub use compio::runtime::spawn;
pub use compio::time::sleep;
pub use futures::future::join_all as gather;

/// One turn.
pub fn turn(kind: Kind, operations: usize) -> Option<Vec<f64>> {
    tasks::turn(kind, operations)
        .or_else(|| timers::turn(kind, operations))
        .or_else(|| network::turn(kind, operations))
}

/// Not as a task: in one, it takes compio 20 µs to join another.
pub fn run<T: 'static>(future: impl Future<Output = T> + 'static) -> T {
    Runtime::new().expect("a runtime").block_on(future)
}

pub async fn join<T>(task: JoinHandle<T>) -> T {
    task.await.unwrap_or_else(|_| panic!("a task ended badly"))
}

pub fn detach<T>(task: JoinHandle<T>) {
    task.detach();
}

pub fn serve(listener: std::net::TcpListener, connections: usize) {
    run(async move {
        let listener = TcpListener::from_std(listener).expect("a listener");
        let mut echoes = Vec::new();
        for _ in 0..connections {
            let (stream, _) = listener.accept().await.expect("a client");
            echoes.push(spawn(echo(stream)));
        }
        for task in echoes {
            join(task).await.expect("an echo");
        }
    });
}

async fn echo(mut stream: TcpStream) -> std::io::Result<()> {
    let mut buffer = Vec::with_capacity(1024);
    loop {
        let read = stream.read(buffer).await;
        let bytes = read.0?;
        if bytes == 0 {
            return Ok(());
        }
        let written = stream.write_all(read.1.slice(..bytes)).await;
        written.0?;
        buffer = written.1.into_inner();
        buffer.clear();
    }
}
