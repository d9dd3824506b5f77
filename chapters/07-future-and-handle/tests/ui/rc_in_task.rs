//! A task on the textbook loop counts its guests in an `Rc`.

#[path = "../../examples/textbook/event_loop.rs"]
mod event_loop;

use event_loop::EventLoop;
use std::cell::Cell;
use std::rc::Rc;

fn main() {
    let guests = Rc::new(Cell::new(0));
    let mut event_loop = EventLoop::default();
    event_loop.spawn(async move { guests.set(1) });
    event_loop.run();
}
