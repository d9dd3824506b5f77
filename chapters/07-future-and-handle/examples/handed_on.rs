//! Ann polls a letterbox, and goes home. Bob polls it after her, and waits. Then a letter
//! comes: who is woken?

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::task::{Context, Poll, Wake, Waker};

#[derive(Default)]
struct Letterbox {
    letter: Cell<Option<&'static str>>,
    reader: RefCell<Option<Waker>>,
}

impl Letterbox {
    fn put(&self, letter: &'static str) {
        self.letter.set(Some(letter));
        self.reader.take().into_iter().for_each(Waker::wake);
    }

    fn keep_first(&self, cx: &mut Context) -> Poll<&str> {
        self.reader.borrow_mut().get_or_insert_with(|| cx.waker().clone());
        self.letter.take().map_or(Poll::Pending, Poll::Ready)
    }

    fn keep_last(&self, cx: &mut Context) -> Poll<&str> {
        self.reader.replace(Some(cx.waker().clone()));
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

type PollWith = fn(&Letterbox, &mut Context) -> bool;

fn hand_on(which: &str, is_pending: PollWith) {
    let letterbox = Letterbox::default();
    let bells = [Arc::new(Bell::default()), Arc::new(Bell::default())];
    for bell in &bells {
        let waker = Waker::from(bell.clone());
        assert!(is_pending(&letterbox, &mut Context::from_waker(&waker)));
    }
    letterbox.put("come at once");
    let [ann, bob] = bells.map(|bell| bell.0.load(Relaxed));
    println!("keeps the {which} waker: Ann is woken: {ann}, Bob is woken: {bob}");
}

fn main() {
    hand_on("first", |letterbox, cx| letterbox.keep_first(cx).is_pending());
    hand_on("last", |letterbox, cx| letterbox.keep_last(cx).is_pending());
}
