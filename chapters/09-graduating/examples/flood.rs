//! A thousand messages are there already. How many are taken before somebody else's turn?

use std::cell::Cell;
use std::future::ready;
use std::rc::Rc;
use tokio::sync::mpsc::{self, Receiver};
use tokio::task::{LocalSet, coop, spawn_local};

const MESSAGES: usize = 1000;

/// How many have been taken when the neighbour has his turn.
#[derive(Clone, Default)]
struct Count {
    taken: Rc<Cell<usize>>,
    seen: Rc<Cell<usize>>,
}

impl Count {
    fn take(&self) {
        self.taken.update(|taken| taken + 1);
    }

    async fn neighbour(self) {
        self.seen.set(self.taken.get());
    }
}

/// On our loop: futures that are ready at once.
async fn ours(count: Count) {
    let neighbour = ch07_future_and_handle::spawn(count.clone().neighbour());
    for _ in 0..MESSAGES {
        ready(()).await;
        count.take();
    }
    neighbour.await.expect("nobody panics");
}

/// On tokio: the same.
async fn ready_futures(count: Count) {
    for _ in 0..MESSAGES {
        ready(()).await;
        count.take();
    }
}

/// On tokio: a channel that knows of budgets.
async fn messages(count: Count, mut channel: Receiver<()>) {
    while channel.recv().await.is_some() {
        count.take();
    }
}

/// On tokio: says itself that something has been done.
async fn considerate(count: Count) {
    for _ in 0..MESSAGES {
        coop::consume_budget().await;
        count.take();
    }
}

fn full_channel() -> Receiver<()> {
    let (sender, receiver) = mpsc::channel(MESSAGES);
    for _ in 0..MESSAGES {
        sender.try_send(()).expect("there is room");
    }
    receiver
}

/// Runs it on tokio beside a neighbour.
fn on_tokio<F: Future<Output = ()> + 'static>(task: impl FnOnce(Count) -> F) -> usize {
    let count = Count::default();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    LocalSet::new().block_on(&runtime, async {
        let task = spawn_local(task(count.clone()));
        let neighbour = spawn_local(count.clone().neighbour());
        task.await.expect("nobody panics");
        neighbour.await.expect("nobody panics");
    });
    count.seen.get()
}

fn main() {
    let count = Count::default();
    ch07_future_and_handle::EventLoop::new().run_until_complete(ours(count.clone()));
    println!("ours, ready futures         {:>4}", count.seen.get());
    println!("tokio, ready futures        {:>4}", on_tokio(ready_futures));
    let channel = || |count| messages(count, full_channel());
    println!("tokio, a channel            {:>4}", on_tokio(channel()));
    let unconstrained = |count| coop::unconstrained(messages(count, full_channel()));
    println!("tokio, unconstrained        {:>4}", on_tokio(unconstrained));
    println!("tokio, consume_budget       {:>4}", on_tokio(considerate));
}
