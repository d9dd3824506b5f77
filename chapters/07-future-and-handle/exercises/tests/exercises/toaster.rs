use crate::Calls;
use ch07_future_and_handle::{EventLoop, call_later, spawn, yield_now};
use ex07_future_and_handle::toaster::{Toast, toaster};
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

fn poll(toast: &mut Toast, calls: &Arc<Calls>) -> Poll<u32> {
    let waker = Waker::from(calls.clone());
    Pin::new(toast).poll(&mut Context::from_waker(&waker))
}

#[test]
fn pending_until_it_pops_up() {
    let (toaster, mut toast) = toaster();
    let calls = Arc::new(Calls::default());
    let cold = poll(&mut toast, &calls);
    assert_eq!(cold, Poll::Pending, "Expected: no toast yet, so the poll is pending");
    assert_eq!(calls.count(), 0, "Expected: nobody is woken before it pops up");
    toaster.pop_up(2);
    assert_eq!(calls.count(), 1, "Expected: popping up wakes whoever waits, once");
    let done = poll(&mut toast, &calls);
    assert_eq!(done, Poll::Ready(2), "Expected: the next poll takes the two slices");
}

#[test]
fn popped_up_before_anybody_looked() {
    let (toaster, mut toast) = toaster();
    toaster.pop_up(4);
    let calls = Arc::new(Calls::default());
    let done = poll(&mut toast, &calls);
    assert_eq!(done, Poll::Ready(4), "Expected: the toast is there at the first poll");
    assert_eq!(calls.count(), 0, "Expected: nobody waited, so nobody is woken");
}

#[test]
fn whoever_polled_last_is_woken() {
    let (toaster, mut toast) = toaster();
    let (before, now) = (Arc::new(Calls::default()), Arc::new(Calls::default()));
    let _ = (poll(&mut toast, &before), poll(&mut toast, &now));
    toaster.pop_up(1);
    assert_eq!(
        (before.count(), now.count()),
        (0, 1),
        "Expected: two polls with two wakers, and only the second one is called"
    );
}

thread_local! {
    static TOAST: RefCell<Option<Toast>> = const { RefCell::new(None) };
    static SEEN: Cell<Option<Poll<u32>>> = const { Cell::new(None) };
}

/// A waker that looks at once.
struct Hungry;

impl Wake for Hungry {
    fn wake(self: Arc<Self>) {
        let mut toast = TOAST.take().expect("Expected: woken once");
        let mut cx = Context::from_waker(Waker::noop());
        SEEN.set(Some(Pin::new(&mut toast).poll(&mut cx)));
    }
}

#[test]
fn first_the_slices_then_the_wake() {
    let (toaster, mut toast) = toaster();
    let hungry = Waker::from(Arc::new(Hungry));
    let _ = Pin::new(&mut toast).poll(&mut Context::from_waker(&hungry));
    TOAST.set(Some(toast));
    toaster.pop_up(3);
    assert_eq!(
        SEEN.get(),
        Some(Poll::Ready(3)),
        "Expected: who is woken and looks at once finds the slices"
    );
}

#[test]
fn nothing_is_woken_afterwards() {
    let (toaster, mut toast) = toaster();
    let calls = Arc::new(Calls::default());
    let _ = poll(&mut toast, &calls);
    toaster.pop_up(1);
    let _ = poll(&mut toast, &calls);
    drop(toast);
    assert_eq!(
        Arc::strong_count(&calls),
        1,
        "Expected: once it has popped up, nobody keeps the waker"
    );
}

#[test]
fn on_an_event_loop() {
    let polls = EventLoop::new().run_until_complete(async {
        let (toaster, mut toast) = toaster();
        call_later(Duration::from_millis(20), move || toaster.pop_up(2));
        let reading = spawn(async move {
            let mut polls = 0;
            let slices = std::future::poll_fn(|cx| {
                polls += 1;
                Pin::new(&mut toast).poll(cx)
            });
            (slices.await, polls)
        });
        yield_now().await;
        reading.await.expect("Expected: a breakfast without a panic")
    });
    assert_eq!(
        polls,
        (2, 2),
        "Expected: two slices after two polls, one before and one after"
    );
}
