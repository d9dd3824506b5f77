//! Futures and bells with one classic fault each: the same test passes with ours and fails
//! with the broken one.

use ch06_sleep_and_io::{Clock, TimerKey};
use ch07_future_and_handle::{
    Bell, Driver, EventLoop, JoinError, ThreadDriver, Wakeup, oneshot, sleep, spawn,
    yield_now,
};
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

const LONG: Duration = Duration::from_secs(3600);

fn run<F: Future<Output: 'static> + 'static>(future: F) -> F::Output {
    EventLoop::with_driver(ThreadDriver::new(Clock::stopped()))
        .run_until_complete(future)
}

type Boxed = Pin<Box<dyn Future<Output = ()>>>;

/// Sets a value, and somebody who awaits it.
type Pair = (Box<dyn FnOnce()>, Boxed);

fn ours() -> Pair {
    let (sender, receiver) = oneshot();
    (
        Box::new(|| sender.send(()).expect("somebody awaits it")),
        Box::pin(async { receiver.await.unwrap_or(()) }),
    )
}

/// A oneshot with a fault or two.
struct Flag {
    set: Cell<bool>,
    waiter: RefCell<Option<Waker>>,
    /// Forgets to wake.
    loses: bool,
    /// Keeps the waker of the first poll.
    stale: bool,
}

fn broken(loses: bool, stale: bool) -> Pair {
    let (set, waiter) = (Cell::new(false), RefCell::new(None));
    let flag = Rc::new(Flag { set, waiter, loses, stale });
    let other = flag.clone();
    let set = move || {
        other.set.set(true);
        let waiter = other.waiter.take().filter(|_| !other.loses);
        waiter.into_iter().for_each(Waker::wake);
    };
    let awaits = poll_fn(move |cx| {
        if flag.set.get() {
            return Poll::Ready(());
        }
        let mut waiter = flag.waiter.borrow_mut();
        if !flag.stale || waiter.is_none() {
            *waiter = Some(cx.waker().clone());
        }
        Poll::Pending
    });
    (Box::new(set), Box::pin(awaits))
}

/// Whether who awaits is woken when the value is set.
fn is_woken(pair: impl FnOnce() -> Pair + 'static) -> bool {
    run(async {
        let (set, awaits) = pair();
        let waits = spawn(awaits);
        yield_now().await;
        set();
        sleep(LONG).await;
        waits.is_ended()
    })
}

#[test]
fn a_lost_wakeup() {
    assert!(is_woken(ours));
    assert!(is_woken(|| broken(false, false)));
    assert!(!is_woken(|| broken(true, false)), "this test would not notice");
}

/// Whether the one is woken who polled last, if another one polled first.
fn the_last_one_is_woken(pair: impl FnOnce() -> Pair + 'static) -> bool {
    run(async {
        let (set, mut awaits) = pair();
        let moved = spawn(async {
            let poll_once = |cx: &mut Context| Poll::Ready(awaits.as_mut().poll(cx));
            assert!(poll_fn(poll_once).await.is_pending());
            Some(awaits)
        });
        let awaits = moved.await.expect("no panic");
        let waits = spawn(awaits.expect("it was put there"));
        yield_now().await;
        set();
        sleep(LONG).await;
        waits.is_ended()
    })
}

#[test]
fn a_stale_waker() {
    assert!(the_last_one_is_woken(ours));
    assert!(the_last_one_is_woken(|| broken(false, false)));
    assert!(
        !the_last_one_is_woken(|| broken(false, true)),
        "this test would not notice"
    );
}

/// Two to be awaited, as one. If it is broken, it polls also who is done.
async fn both(one: Boxed, other: Boxed, is_broken: bool) {
    let mut both = [(one, false), (other, false)];
    poll_fn(|cx| {
        for (future, done) in &mut both {
            if is_broken || !*done {
                *done |= future.as_mut().poll(cx).is_ready();
            }
        }
        if both.iter().all(|(_, done)| *done) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

fn polls_after_ready(is_broken: bool) -> bool {
    run(async move {
        let one = Box::pin(sleep(Duration::from_secs(1)));
        let other = Box::pin(sleep(Duration::from_secs(2)));
        let task = spawn(both(one, other, is_broken));
        matches!(task.await, Err(JoinError::Panicked(_)))
    })
}

#[test]
fn poll_after_ready() {
    assert!(!polls_after_ready(false));
    assert!(polls_after_ready(true), "this test would not notice");
}

/// A task that wakes itself as often as it can, and what the loop makes of it.
#[test]
fn a_double_wake() {
    let polls = run(async {
        let polls = Rc::new(Cell::new(0));
        let count = polls.clone();
        let task = spawn(poll_fn(move |cx| {
            count.update(|polls| polls + 1);
            for _ in 0..100 {
                cx.waker().wake_by_ref();
                drop(cx.waker().clone());
            }
            if count.get() == 3 { Poll::Ready(()) } else { Poll::Pending }
        }));
        assert!(task.await.is_ok());
        for _ in 0..9 {
            yield_now().await;
        }
        polls.get()
    });
    assert_eq!(polls, 3, "one turn for however many wakes, and none after the end");
}

/// A driver whose bell other threads ring in vain.
struct Unheard(ThreadDriver);

struct Deaf;

impl Bell for Deaf {
    fn ring(&self) {}
}

impl Driver for Unheard {
    fn now(&self) -> Duration {
        self.0.now()
    }

    fn set_timer(&mut self, deadline: Duration, wakeup: Wakeup) -> TimerKey {
        self.0.set_timer(deadline, wakeup)
    }

    fn cancel_timer(&mut self, key: TimerKey) -> Option<Wakeup> {
        self.0.cancel_timer(key)
    }

    fn wait(&mut self, block: bool, woken: &mut Vec<Wakeup>) {
        self.0.wait(block, woken);
    }

    fn bell(&self) -> Arc<dyn Bell> {
        Arc::new(Deaf)
    }
}

/// How long it takes until a task hears of another thread. After two seconds a timer helps.
fn heard_after(driver: impl Driver) -> Duration {
    let event_loop = EventLoop::with_driver(driver);
    event_loop.call_later(Duration::from_secs(2), || {});
    let start = Instant::now();
    let said = Arc::new(AtomicBool::new(false));
    let mut waits = false;
    event_loop.run_until_complete(poll_fn(move |cx: &mut Context| {
        if !std::mem::replace(&mut waits, true) {
            let (waker, says) = (cx.waker().clone(), said.clone());
            thread::spawn(move || {
                thread::sleep(Duration::from_millis(50));
                says.store(true, Ordering::Release);
                waker.wake();
            });
        }
        if said.load(Ordering::Acquire) { Poll::Ready(()) } else { Poll::Pending }
    }));
    start.elapsed()
}

#[test]
fn a_missed_unpark() {
    let driver = || ThreadDriver::new(Clock::system());
    assert!(heard_after(driver()) < Duration::from_secs(2));
    assert!(
        heard_after(Unheard(driver())) >= Duration::from_secs(2),
        "it would not notice"
    );
}
