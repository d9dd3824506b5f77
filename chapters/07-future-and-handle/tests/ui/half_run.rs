//! Somebody moves a future that is already running.

use ch07_future_and_handle::yield_now;
use std::pin::pin;
use std::task::{Context, Waker};

fn main() {
    let mut reader = pin!(async {
        let page = ["It was", "a dark", "and stormy", "night"];
        let bookmark = &page[2];
        yield_now().await;
        println!("{bookmark}");
    });
    let mut cx = Context::from_waker(Waker::noop());
    let _ = reader.as_mut().poll(&mut cx);
    let elsewhere = *reader;
    drop(elsewhere);
}
