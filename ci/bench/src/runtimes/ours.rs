//! The event loop of chapters 07 and 08.

#[path = "../workloads/network.rs"]
mod network;
#[path = "../workloads/tasks.rs"]
mod tasks;
#[path = "../workloads/timers.rs"]
mod timers;

use crate::workload::Kind;
use ch07_future_and_handle::{Receiver, Task};
use ch08_gather_and_select::{TcpListener, TcpStream, event_loop};

pub use ch07_future_and_handle::{Sender, oneshot, spawn};
pub use ch08_gather_and_select::{gather, sleep};

/// One turn.
pub fn turn(kind: Kind, operations: usize) -> Option<Vec<f64>> {
    tasks::turn(kind, operations)
        .or_else(|| timers::turn(kind, operations))
        .or_else(|| network::turn(kind, operations))
}

pub fn run<T: 'static>(future: impl Future<Output = T> + 'static) -> T {
    event_loop().expect("a selector").run_until_complete(future)
}

pub async fn join<T: 'static>(task: Task<T>) -> T {
    task.await.expect("no panic")
}

pub fn detach<T>(task: Task<T>) {
    drop(task);
}

pub fn send<T>(sender: Sender<T>, value: T) {
    let _ = sender.send(value);
}

pub async fn receive<T: 'static>(receiver: Receiver<T>) -> T {
    receiver.await.expect("a value")
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

async fn echo(stream: TcpStream) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut buffer = [0; 1024];
    loop {
        match stream.read(&mut buffer).await? {
            0 => return Ok(()),
            bytes => stream.write_all(&buffer[..bytes]).await?,
        }
    }
}
