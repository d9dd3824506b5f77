use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

/// As `Task` is: where the result lies, and which type to ask for.
struct Claim<T> {
    slot: Option<u32>,
    result: PhantomData<T>,
}

impl<T> Future for Claim<T> {
    type Output = u32;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context) -> Poll<u32> {
        self.slot.take().map_or(Poll::Pending, Poll::Ready)
    }
}

fn main() {}
