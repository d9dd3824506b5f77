//! A letterbox: one side puts a letter in, the other waits for it.

use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

#[derive(Clone, Default)]
pub(crate) struct Letterbox(Arc<Mutex<Inside>>);

#[derive(Default)]
struct Inside {
    letter: Option<&'static str>,
    /// Whom to wake when there is one.
    reader: Option<Waker>,
}

impl Letterbox {
    /// Puts a letter in, and wakes whoever waits for it.
    pub(crate) fn put(&self, letter: &'static str) {
        let mut inside = self.0.lock().unwrap();
        inside.letter = Some(letter);
        let reader = inside.reader.take();
        // Whoever is woken may look at once, so let go of the box first.
        drop(inside);
        if let Some(reader) = reader {
            reader.wake();
        }
    }

    /// Takes the letter out. If there is none, notes down whom to wake.
    pub(crate) fn poll_letter(&self, cx: &mut Context) -> Poll<&'static str> {
        let mut inside = self.0.lock().unwrap();
        if let Some(letter) = inside.letter.take() {
            return Poll::Ready(letter);
        }
        inside.reader = Some(cx.waker().clone());
        Poll::Pending
    }
}
