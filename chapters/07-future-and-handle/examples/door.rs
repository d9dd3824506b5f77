//! Three customers wait for the same door. They go in as they came.

use ch04_scheduler::trace;
use ch07_future_and_handle::{EventLoop, Receiver, Sender, oneshot, spawn, yield_now};
use std::cell::RefCell;
use std::rc::Rc;

/// Closed, until somebody opens it for all who wait.
#[derive(Default)]
struct Door {
    waiting: RefCell<Vec<Sender<()>>>,
}

impl Door {
    fn wait(&self) -> Receiver<()> {
        let (sender, receiver) = oneshot();
        self.waiting.borrow_mut().push(sender);
        receiver
    }

    fn open(&self) {
        for customer in self.waiting.take() {
            let _ = customer.send(());
        }
    }
}

async fn customer(name: &'static str, door: Rc<Door>) {
    println!("{name} waits");
    let _ = door.wait().await;
    println!("{name} goes in");
}

async fn shop() {
    let door = Rc::new(Door::default());
    let customers =
        ["Ann", "Bob", "Cid"].map(|name| spawn(customer(name, door.clone())));
    yield_now().await;
    println!("the door opens");
    door.open();
    println!("the door is open");
    for customer in customers {
        let _ = customer.await;
    }
}

fn main() {
    trace::init();
    EventLoop::from_env().run_until_complete(shop());
}
