//! A future borrows from itself: it holds a page, and a bookmark that points into it.

use ch07_future_and_handle::yield_now;
use std::cell::Cell;
use std::pin::Pin;
use std::task::{Context, Waker};

const STORY: [&str; 4] = ["It was", "a dark", "and stormy", "night"];

/// Reads, falls asleep, reads on. `start` is where the future itself lies.
async fn reader(start: &Cell<usize>) {
    let page = STORY;
    println!("the page lies at byte {}", address(&page) - start.get());
    let bookmark = &page[2];
    println!("the bookmark points to byte {}", address(bookmark) - start.get());
    yield_now().await;
    println!("the bookmark points to byte {}", address(bookmark) - start.get());
    println!("there it says: {bookmark}");
}

fn address<T>(thing: &T) -> usize {
    (&raw const *thing).addr()
}

fn main() {
    let start = Cell::new(0);
    let mut reader = Box::pin(reader(&start));
    start.set(address(&*reader));
    println!("the future has {} bytes", size_of_val(&*reader));

    turn(reader.as_mut());
    let mut shelf = [reader];
    println!("{} bytes move onto a shelf: the box", size_of_val(&shelf[0]));
    println!("the future is still there: {}", address(&*shelf[0]) == start.get());
    turn(shelf[0].as_mut());
}

fn turn(future: Pin<&mut impl Future>) {
    let _ = future.poll(&mut Context::from_waker(Waker::noop()));
}
