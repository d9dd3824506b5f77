//! LocalPool, the executor of the futures crate. It has neither timers nor sockets.

#[path = "../workloads/tasks.rs"]
mod tasks;

use crate::workload::Kind;
use futures::executor::{LocalPool, LocalSpawner};
use futures::future::RemoteHandle;
use futures::task::LocalSpawnExt;
use std::cell::RefCell;

pub use super::smol::{Sender, oneshot, receive, send};
pub use futures::future::join_all as gather;

thread_local! {
    static SPAWNER: RefCell<Option<LocalSpawner>> = const { RefCell::new(None) };
}

/// One turn.
pub fn turn(kind: Kind, operations: usize) -> Option<Vec<f64>> {
    tasks::turn(kind, operations)
}

pub fn run<T: 'static>(future: impl Future<Output = T> + 'static) -> T {
    let mut pool = LocalPool::new();
    SPAWNER.set(Some(pool.spawner()));
    pool.run_until(spawn(future))
}

pub fn spawn<T: 'static>(future: impl Future<Output = T> + 'static) -> RemoteHandle<T> {
    SPAWNER.with_borrow(|spawner| {
        let spawner = spawner.as_ref().expect("a running pool");
        spawner.spawn_local_with_handle(future).expect("the pool is there")
    })
}

pub async fn join<T: 'static>(task: RemoteHandle<T>) -> T {
    task.await
}

pub fn detach<T: 'static>(task: RemoteHandle<T>) {
    task.forget();
}
