use std::pin::Pin;
use std::task::{Context, Waker};

/// A table with the futures themselves in it, one behind the other.
struct Table<F> {
    futures: Vec<F>,
}

impl<F: Future> Table<F> {
    fn poll(&mut self, number: usize) {
        let mut cx = Context::from_waker(Waker::noop());
        let _ = pinned(&mut self.futures[number]).poll(&mut cx);
    }
}

/// `Pin::new`, and what it asks for.
fn pinned<F: Unpin>(future: &mut F) -> Pin<&mut F> {
    Pin::new(future)
}

fn main() {
    Table { futures: vec![async {}] }.poll(0);
}
