use ex07_future_and_handle::block_on::block_on;
use std::cell::Cell;
use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::task::{Poll, Waker};
use std::thread;
use std::time::Duration;

/// What `block_on` does on a thread of its own, so that it may hang there for ever.
fn expect<T: Send + 'static>(words: &str, f: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(f()));
    match receiver.recv_timeout(Duration::from_secs(5)) {
        Ok(result) => result,
        Err(RecvTimeoutError::Timeout) => {
            panic!("Expected: {words}. But after five seconds it had not returned")
        }
        Err(RecvTimeoutError::Disconnected) => {
            panic!("Expected: {words}. But it panicked: see above")
        }
    }
}

/// Pending as long as `again` says so. Gives the number of polls.
fn count_polls(
    mut again: impl FnMut(u32, &Waker) -> bool,
) -> impl Future<Output = u32> {
    let mut polls = 0;
    poll_fn(move |cx| {
        polls += 1;
        if again(polls, cx.waker()) { Poll::Pending } else { Poll::Ready(polls) }
    })
}

#[test]
fn ready_at_once() {
    let words = "a future that is ready gives its output";
    assert_eq!(expect(words, || block_on(async { 6 * 7 })), 42);
}

#[test]
fn borrows_from_its_caller() {
    let words = "the future may borrow, and runs on this thread";
    let shelf = expect(words, || {
        let shelf = Cell::new(1);
        block_on(async { shelf.set(2) });
        shelf.get()
    });
    assert_eq!(shelf, 2);
}

#[test]
fn woken_from_another_thread() {
    let words = "another thread calls the waker, and the future goes on";
    let polls = expect(words, || {
        block_on(count_polls(|polls, waker| {
            let waker = waker.clone();
            thread::spawn(move || {
                thread::sleep(Duration::from_millis(50));
                waker.wake();
            });
            polls < 2
        }))
    });
    assert_eq!(polls, 2, "Expected: one poll before the wake, and one after it");
}

#[test]
fn woken_before_it_sleeps() {
    let words = "a wake during the poll is not lost: the future is polled again";
    let polls = expect(words, || {
        block_on(count_polls(|polls, waker| {
            waker.wake_by_ref();
            waker.wake_by_ref();
            polls < 3
        }))
    });
    assert_eq!(polls, 3, "Expected: two wakes during one poll lead to one poll");
}

#[test]
fn a_future_that_parks_swallows_no_wake() {
    let words = "woken, then the future parks by itself: it is polled again";
    let polls = expect(words, || {
        block_on(count_polls(|polls, waker| {
            waker.wake_by_ref();
            // As a channel does, when one waits for it.
            thread::park();
            polls < 2
        }))
    });
    assert_eq!(polls, 2, "Expected: one poll, the wake, and one poll");
}

#[test]
fn a_park_that_ends_for_no_reason() {
    let words = "somebody unparks the thread, and later the waker is called";
    let polls = expect(words, || {
        let done = Arc::new(AtomicBool::new(false));
        block_on(count_polls(|polls, waker| {
            if polls == 1 {
                let (waker, sleeper) = (waker.clone(), thread::current());
                let done = done.clone();
                thread::spawn(move || {
                    sleeper.unpark();
                    thread::sleep(Duration::from_millis(50));
                    done.store(true, SeqCst);
                    waker.wake();
                });
            }
            !done.load(SeqCst)
        }))
    });
    assert_eq!(polls, 2, "Expected: nobody polls a future that has not been woken");
}
