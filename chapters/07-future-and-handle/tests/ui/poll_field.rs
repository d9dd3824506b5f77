//! A pinned future polls the one that it holds, without a projection.

use std::pin::Pin;
use std::task::{Context, Poll};

struct AreWeThereYet<F> {
    trip: F,
    questions: u32,
}

impl<F: Future> Future for AreWeThereYet<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<F::Output> {
        self.questions += 1;
        self.trip.poll(cx)
    }
}

fn main() {}
