//! What the textbook loop does well, and what it does not.

#[path = "../examples/textbook/event_loop.rs"]
mod event_loop;

use event_loop::EventLoop;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::task::Poll;

#[test]
fn a_double_wake_costs_a_second_poll() {
    let polls = Arc::new(AtomicU32::new(0));
    let counted = polls.clone();
    let mut event_loop = EventLoop::default();
    event_loop.spawn(poll_fn(move |cx| {
        if counted.fetch_add(1, Relaxed) > 0 {
            return if counted.load(Relaxed) < 3 {
                Poll::Pending
            } else {
                Poll::Ready(())
            };
        }
        cx.waker().wake_by_ref();
        cx.waker().wake_by_ref();
        Poll::Pending
    }));
    event_loop.run();
    assert_eq!(polls.load(Relaxed), 3);
}

#[test]
fn one_panic_ends_all() {
    let mut event_loop = EventLoop::default();
    event_loop.spawn(async { panic!("on purpose") });
    event_loop.spawn(async {});
    assert!(catch_unwind(AssertUnwindSafe(|| event_loop.run())).is_err());
}

#[test]
fn a_wake_after_the_end_is_borne() {
    let mut event_loop = EventLoop::default();
    event_loop.spawn(poll_fn(|cx| {
        cx.waker().wake_by_ref();
        Poll::Ready(())
    }));
    event_loop.spawn(async {});
    event_loop.run();
}
