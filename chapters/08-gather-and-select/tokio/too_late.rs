//! The parcel and the bell, on tokio.

use tokio::sync::oneshot::{self, Receiver};
use tokio::task;

type Promise = Receiver<&'static str>;

async fn bell_first(bell: Promise, parcel: Promise) {
    tokio::select! {
        biased;
        bell = bell => println!("  the customer hears {}", bell.unwrap()),
        parcel = parcel => println!("  the customer has {}", parcel.unwrap()),
    }
}

async fn parcel_first(bell: Promise, parcel: Promise) {
    tokio::select! {
        biased;
        parcel = parcel => println!("  the customer has {}", parcel.unwrap()),
        bell = bell => println!("  the customer hears {}", bell.unwrap()),
    }
}

async fn shop<F>(customer: impl FnOnce(Promise, Promise) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let (ring, bell) = oneshot::channel();
    let (deliver, parcel) = oneshot::channel();
    let customer = tokio::spawn(customer(bell, parcel));
    task::yield_now().await;
    println!("  the courier is told {:?}", deliver.send("a clock"));
    ring.send("the bell").expect("the customer waits");
    customer.await.expect("no panic");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("select asks for the bell first:");
    shop(bell_first).await;
    println!("select asks for the parcel first:");
    shop(parcel_first).await;
}
