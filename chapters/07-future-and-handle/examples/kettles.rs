//! Three kettles on one stove. They differ in what they do with their waker.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::task::{Context, Poll, Wake, Waker};

/// Heats water for three minutes. Then it calls whoever left a waker.
#[derive(Default)]
struct Stove {
    minutes: Cell<u32>,
    waiting: Cell<Option<Waker>>,
}

impl Stove {
    fn is_hot(&self) -> bool {
        self.minutes.get() >= 3
    }

    fn minute_passes(&self) {
        self.minutes.update(|minutes| minutes + 1);
        if self.is_hot() {
            self.waiting.take().into_iter().for_each(Waker::wake);
        }
    }
}

/// Says `Pending`, and leaves no waker anywhere.
fn forgetful(_: &Stove, _: &mut Context) {}

/// Wants to be polled again at once.
fn impatient(_: &Stove, cx: &mut Context) {
    cx.waker().wake_by_ref();
}

/// Leaves the waker where somebody will call it.
fn polite(stove: &Stove, cx: &mut Context) {
    stove.waiting.set(Some(cx.waker().clone()));
}

/// A future that is ready when the water is hot. If not, it does this.
fn kettle(stove: &Stove, if_cold: IfCold) -> impl Future<Output = ()> {
    poll_fn(move |cx| {
        if stove.is_hot() {
            return Poll::Ready(());
        }
        if_cold(stove, cx);
        Poll::Pending
    })
}

type IfCold = fn(&Stove, &mut Context);

/// Whether it is to be polled.
struct Bell(AtomicBool);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Relaxed);
    }
}

/// Polls when the bell has rung, up to a thousand times a minute, for five minutes.
fn watch(name: &str, if_cold: IfCold) {
    let stove = Stove::default();
    let mut kettle = pin!(kettle(&stove, if_cold));
    let bell = Arc::new(Bell(AtomicBool::new(true)));
    let waker = Waker::from(bell.clone());
    let mut polls = 0;
    for minute in 0..5 {
        for _ in 0..1000 {
            if !bell.0.swap(false, Relaxed) {
                break;
            }
            polls += 1;
            if kettle.as_mut().poll(&mut Context::from_waker(&waker)).is_ready() {
                println!("{name}: ready at minute {minute}, polls: {polls}");
                return;
            }
        }
        stove.minute_passes();
    }
    println!("{name}: waits for hot water that is there, polls: {polls}");
}

fn main() {
    watch("forgetful", forgetful);
    watch("impatient", impatient);
    watch("polite   ", polite);
}
