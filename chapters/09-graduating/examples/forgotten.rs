//! Pinned is until it is dropped. What if nobody drops it?

use std::future::pending;
use std::mem;
use std::pin::pin;
use std::task::{Context, Waker};

/// Says when it goes.
struct Lamp(&'static str);

impl Drop for Lamp {
    fn drop(&mut self) {
        println!("  the lamp {} goes out", self.0);
    }
}

async fn watch(place: &'static str) {
    let _lamp = Lamp(place);
    pending::<()>().await;
}

#[expect(clippy::forget_non_drop, reason = "that it is no use is what this shows")]
fn main() {
    let cx = &mut Context::from_waker(Waker::noop());

    println!("a box is dropped");
    let mut boxed = Box::pin(watch("in the hall"));
    assert!(boxed.as_mut().poll(cx).is_pending());
    drop(boxed);

    println!("a box is forgotten");
    let mut boxed = Box::pin(watch("in the attic"));
    assert!(boxed.as_mut().poll(cx).is_pending());
    mem::forget(boxed);

    println!("a pin! is forgotten");
    {
        let mut pinned = pin!(watch("on the stairs"));
        assert!(pinned.as_mut().poll(cx).is_pending());
        mem::forget(pinned);
        println!("  so much for the pointer");
    }

    println!("a pin is set to something else");
    let mut pinned = pin!(Some(watch("in the cellar")));
    if let Some(future) = pinned.as_mut().as_pin_mut() {
        assert!(future.poll(cx).is_pending());
    }
    pinned.set(None);
    println!("the end");
}
