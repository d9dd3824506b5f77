//! smol: async-executor's executor for one thread, on async-io.

#[path = "../workloads/network.rs"]
mod network;
#[path = "../workloads/tasks.rs"]
mod tasks;
#[path = "../workloads/timers.rs"]
mod timers;

use crate::workload::Kind;
use async_executor::{LocalExecutor, StaticLocalExecutor, Task};
use async_io::{Async, Timer};
use futures_lite::{AsyncReadExt, AsyncWriteExt};
use std::cell::Cell;
use std::net::TcpStream;
use std::time::Duration;

pub use futures::channel::oneshot::{Receiver, Sender, channel as oneshot};
pub use futures::future::join_all as gather;

thread_local! {
    static EXECUTOR: Cell<Option<&'static StaticLocalExecutor>> = const { Cell::new(None) };
}

/// One turn.
pub fn turn(kind: Kind, operations: usize) -> Option<Vec<f64>> {
    tasks::turn(kind, operations)
        .or_else(|| timers::turn(kind, operations))
        .or_else(|| network::turn(kind, operations))
}

/// A new executor that is never freed: the faster of the two that there are.
pub fn run<T: 'static>(future: impl Future<Output = T> + 'static) -> T {
    let executor = LocalExecutor::leak(LocalExecutor::new());
    EXECUTOR.set(Some(executor));
    async_io::block_on(executor.run(executor.spawn(future)))
}

pub fn spawn<T: 'static>(future: impl Future<Output = T> + 'static) -> Task<T> {
    EXECUTOR.get().expect("a running executor").spawn(future)
}

pub async fn join<T>(task: Task<T>) -> T {
    task.await
}

/// Not by `Task::detach`: this executor frees a detached task that nobody can wake.
pub fn detach<T>(task: Task<T>) {
    std::mem::forget(task);
}

pub async fn sleep(time: Duration) {
    Timer::after(time).await;
}

pub fn send<T>(sender: Sender<T>, value: T) {
    let _ = sender.send(value);
}

pub async fn receive<T>(receiver: Receiver<T>) -> T {
    receiver.await.expect("a value")
}

pub fn serve(listener: std::net::TcpListener, connections: usize) {
    run(async move {
        let listener = Async::new(listener).expect("a listener");
        let mut echoes = Vec::new();
        for _ in 0..connections {
            let (stream, _) = listener.accept().await.expect("a client");
            echoes.push(spawn(echo(stream)));
        }
        for task in echoes {
            task.await.expect("an echo");
        }
    });
}

async fn echo(mut stream: Async<TcpStream>) -> std::io::Result<()> {
    stream.get_ref().set_nodelay(true)?;
    let mut buffer = [0; 1024];
    loop {
        match stream.read(&mut buffer).await? {
            0 => return Ok(()),
            bytes => stream.write_all(&buffer[..bytes]).await?,
        }
    }
}
