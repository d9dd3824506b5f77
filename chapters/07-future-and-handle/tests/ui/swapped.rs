//! Two futures, both half run, change places.

use std::pin::pin;
use std::task::{Context, Waker};

fn swap_places<F: Unpin>(one: &mut F, other: &mut F) {
    std::mem::swap(one, other);
}

async fn tea() {}

fn main() {
    let (mut mine, mut yours) = (pin!(tea()), pin!(tea()));
    let mut cx = Context::from_waker(Waker::noop());
    let _ = (mine.as_mut().poll(&mut cx), yours.as_mut().poll(&mut cx));
    swap_places(&mut *mine, &mut *yours);
}
