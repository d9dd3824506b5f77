//! tokio's current-thread runtime.

#[path = "../workloads/network.rs"]
mod network;
#[path = "../workloads/tasks.rs"]
mod tasks;
#[path = "../workloads/timers.rs"]
mod timers;

use crate::workload::Kind;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;

pub use futures::future::join_all as gather;
pub use tokio::spawn;
pub use tokio::sync::oneshot::{Receiver, Sender, channel as oneshot};
pub use tokio::time::sleep;

/// One turn.
pub fn turn(kind: Kind, operations: usize) -> Option<Vec<f64>> {
    tasks::turn(kind, operations)
        .or_else(|| timers::turn(kind, operations))
        .or_else(|| network::turn(kind, operations))
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

pub fn run<T: Send + 'static>(future: impl Future<Output = T> + Send + 'static) -> T {
    runtime().block_on(async { join(spawn(future)).await })
}

pub async fn join<T>(task: JoinHandle<T>) -> T {
    task.await.expect("no panic")
}

pub fn detach<T>(task: JoinHandle<T>) {
    drop(task);
}

pub fn send<T>(sender: Sender<T>, value: T) {
    let _ = sender.send(value);
}

pub async fn receive<T>(receiver: Receiver<T>) -> T {
    receiver.await.expect("a value")
}

pub fn serve(listener: std::net::TcpListener, connections: usize) {
    runtime().block_on(async {
        listener.set_nonblocking(true).expect("a socket that does not block");
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
    stream.set_nodelay(true)?;
    let mut buffer = [0; 1024];
    loop {
        match stream.read(&mut buffer).await? {
            0 => return Ok(()),
            bytes => stream.write_all(&buffer[..bytes]).await?,
        }
    }
}
