//! A letter comes between two steps of a `poll`. In one order of the steps, nobody ever
//! hears of it.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::task::{Context, Poll, Wake, Waker};

#[derive(Default)]
struct Letterbox {
    letter: Cell<Option<&'static str>>,
    reader: Cell<Option<Waker>>,
}

impl Letterbox {
    /// What the postman does, on a thread of his own.
    fn put(&self, letter: &'static str) {
        self.letter.set(Some(letter));
        self.reader.take().into_iter().for_each(Waker::wake);
    }

    fn look_first(&self, cx: &mut Context, between: impl FnOnce()) -> Poll<&str> {
        if let Some(letter) = self.letter.take() {
            return Poll::Ready(letter);
        }
        between();
        self.reader.set(Some(cx.waker().clone()));
        Poll::Pending
    }

    fn register_first(&self, cx: &mut Context, between: impl FnOnce()) -> Poll<&str> {
        self.reader.set(Some(cx.waker().clone()));
        between();
        self.letter.take().map_or(Poll::Pending, Poll::Ready)
    }
}

#[derive(Default)]
struct Bell(AtomicBool);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Relaxed);
    }
}

fn main() {
    let (bell, letterbox) = (Arc::new(Bell::default()), Letterbox::default());
    let waker = Waker::from(bell.clone());
    let mut cx = Context::from_waker(&waker);

    let poll = letterbox.look_first(&mut cx, || letterbox.put("come at once"));
    println!("look, then register: {poll:?}, woken: {}", bell.0.swap(false, Relaxed));

    let letterbox = Letterbox::default();
    let poll = letterbox.register_first(&mut cx, || letterbox.put("come at once"));
    println!("register, then look: {poll:?}, woken: {}", bell.0.swap(false, Relaxed));
}
