//! Three ways to hold a future in a struct of one's own, and what each asks of it.

use pin_project_lite::pin_project;
use std::future::{Ready, ready};
use std::marker::PhantomPinned;
use std::mem::size_of_val;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Holds only what does not mind being moved, and says so.
struct Movable<F> {
    inner: F,
    polls: u32,
}

impl<F: Future + Unpin> Future for Movable<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<F::Output> {
        self.polls += 1;
        Pin::new(&mut self.inner).poll(cx)
    }
}

/// Holds anything, in a box of its own. The box may be moved.
struct Boxed<F> {
    inner: Pin<Box<F>>,
    polls: u32,
}

impl<F: Future> Future for Boxed<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<F::Output> {
        self.polls += 1;
        self.inner.as_mut().poll(cx)
    }
}

pin_project! {
    /// Holds anything, within itself. Whoever pins the whole pins the part.
    struct Projected<F> {
        #[pin]
        inner: F,
        polls: u32,
    }
}

impl<F: Future> Future for Projected<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<F::Output> {
        let this = self.project();
        *this.polls += 1;
        this.inner.poll(cx)
    }
}

/// 58 bytes, and it minds being moved.
async fn letter() -> usize {
    let text = [b'a'; 56];
    ready(()).await;
    text.len()
}

fn can_move<T: Unpin>(_: &T) -> &'static str {
    "may be moved"
}

/// Polls it to its end, which is one poll here.
fn run<F: Future<Output: std::fmt::Debug>>(future: F) -> String {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => format!("{output:?}"),
        Poll::Pending => "pending".into(),
    }
}

fn main() {
    let movable: Movable<Ready<usize>> = Movable { inner: ready(56), polls: 0 };
    println!("F: Unpin     {:>3} bytes, {}", size_of_val(&movable), can_move(&movable));
    let boxed = Boxed { inner: Box::pin(letter()), polls: 0 };
    println!("Pin<Box<F>>  {:>3} bytes, {}", size_of_val(&boxed), can_move(&boxed));
    let projected = Projected { inner: letter(), polls: 0 };
    println!("#[pin] F     {:>3} bytes, must be pinned", size_of_val(&projected));
    println!("all of them: {} {} {}", run(movable), run(boxed), run(projected));
    println!("a mark that weighs {} bytes", size_of_val(&PhantomPinned));
}
