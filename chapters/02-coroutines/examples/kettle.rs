//! `.await` hands up `Pending` as `yield_from!` hands up a yield.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Is pending for some minutes; each poll takes one of them.
struct Kettle {
    minutes: u32,
}

impl Future for Kettle {
    type Output = &'static str;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context) -> Poll<&'static str> {
        if self.minutes == 0 {
            return Poll::Ready("hot water");
        }
        self.minutes -= 1;
        Poll::Pending
    }
}

/// Waits for its kettle.
struct Tea {
    kettle: Kettle,
}

impl Future for Tea {
    type Output = String;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<String> {
        let water = match Pin::new(&mut self.kettle).poll(cx) {
            Poll::Pending => return Poll::Pending,
            Poll::Ready(value) => value,
        };
        Poll::Ready(format!("tea from {water}"))
    }
}

async fn tea(kettle: Kettle) -> String {
    let water = kettle.await;
    format!("tea from {water}")
}

const KETTLE: Kettle = Kettle { minutes: 2 };

fn main() {
    poll_by_hand("match", Tea { kettle: KETTLE });
    poll_by_hand("await", tea(KETTLE));
}

fn poll_by_hand(name: &str, future: impl Future<Output = String>) {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    for _ in 0..3 {
        println!("{name}: {:?}", future.as_mut().poll(&mut cx));
    }
}
