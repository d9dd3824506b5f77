//! A parcel is delivered at the moment at which the shop closes. Does the customer get it?

use ch07_future_and_handle::{Receiver, oneshot, spawn, yield_now};
use ch08_gather_and_select::{Either, event_loop, select};
use std::io;

type Promise = Receiver<&'static str>;

async fn bell_first(bell: Promise, parcel: Promise) {
    match select(bell, parcel).await {
        Either::Left(bell) => println!("  the customer hears {}", bell.unwrap()),
        Either::Right(parcel) => println!("  the customer has {}", parcel.unwrap()),
    }
}

async fn parcel_first(bell: Promise, parcel: Promise) {
    match select(parcel, bell).await {
        Either::Left(parcel) => println!("  the customer has {}", parcel.unwrap()),
        Either::Right(bell) => println!("  the customer hears {}", bell.unwrap()),
    }
}

/// The parcel comes, and the bell rings, before the customer has his next turn.
async fn shop<F>(customer: impl FnOnce(Promise, Promise) -> F)
where
    F: Future<Output = ()> + 'static,
{
    let (ring, bell) = oneshot();
    let (deliver, parcel) = oneshot();
    let customer = spawn(customer(bell, parcel));
    yield_now().await;
    println!("  the courier is told {:?}", deliver.send("a clock"));
    ring.send("the bell").expect("the customer waits");
    customer.await.expect("no panic");
}

fn main() -> io::Result<()> {
    ch04_scheduler::trace::init();
    event_loop()?.run_until_complete(async {
        println!("select asks for the bell first:");
        shop(bell_first).await;
        println!("select asks for the parcel first:");
        shop(parcel_first).await;
    });
    Ok(())
}
