//! Somebody polls a future that lies in a variable like any other.

use std::task::{Context, Waker};

fn main() {
    let mut tea = async { "tea" };
    let mut cx = Context::from_waker(Waker::noop());
    let _ = tea.poll(&mut cx);
}
