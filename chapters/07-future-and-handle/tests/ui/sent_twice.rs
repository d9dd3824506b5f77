//! A value is set once.
use ch07_future_and_handle::oneshot;

fn main() {
    let (sender, _receiver) = oneshot();
    let _ = sender.send("a clock");
    let _ = sender.send("another clock");
}
