//! Customers come every 300 ms. The cuckoo sings every 500 ms: why does it not?

use std::time::Duration;
use tokio::sync::mpsc::{self, Receiver};
use tokio::time::{interval_at, sleep};

const HALF: Duration = Duration::from_millis(500);

/// A new sleep in each round, and the one before is dropped.
async fn anew(mut customers: Receiver<&'static str>) {
    loop {
        tokio::select! {
            customer = customers.recv() => match customer {
                Some(customer) => print!(" {customer}"),
                None => return println!(),
            },
            () = sleep(HALF) => print!(" cuckoo!"),
        }
    }
}

/// One interval for all rounds.
async fn kept(mut customers: Receiver<&'static str>) {
    let mut cuckoo = interval_at(tokio::time::Instant::now() + HALF, HALF);
    loop {
        tokio::select! {
            customer = customers.recv() => match customer {
                Some(customer) => print!(" {customer}"),
                None => return println!(),
            },
            _ = cuckoo.tick() => print!(" cuckoo!"),
        }
    }
}

fn street() -> Receiver<&'static str> {
    let (sender, customers) = mpsc::channel(1);
    tokio::spawn(async move {
        for customer in ["ann", "bob", "cid", "dot"] {
            sleep(Duration::from_millis(300)).await;
            sender.send(customer).await.expect("the shop is open");
        }
    });
    customers
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    print!("a sleep a round:");
    anew(street()).await;
    print!("one interval:   ");
    kept(street()).await;
}
