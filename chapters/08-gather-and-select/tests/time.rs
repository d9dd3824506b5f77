//! Sleeps, timeouts and intervals on the wheel.

#[path = "../../07-future-and-handle/tests/timers/mod.rs"]
mod timers;

mod virtual_time;

use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, call_at, call_later, spawn, time};
use ch08_gather_and_select::{
    Elapsed, Selector, gather, interval, select, sleep, timeout,
};
use std::cell::{Cell, RefCell};
use std::future::{pending, poll_fn, ready};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::{Duration, Instant};
use virtual_time::{event_loop, ms, run};

#[test]
fn in_time_takes_no_longer_than_the_work() {
    run(async {
        let work = async {
            sleep(ms(4)).await;
            "done"
        };
        assert_eq!(timeout(ms(10), work).await, Ok("done"));
        assert_eq!(time(), ms(4));
    });
}

#[test]
fn too_late() {
    run(async {
        assert_eq!(timeout(ms(10), pending::<()>()).await, Err(Elapsed));
        assert_eq!(time(), ms(10));
    });
}

#[test]
fn no_time_at_all_is_enough_for_what_is_ready() {
    run(async {
        assert_eq!(timeout(Duration::ZERO, ready(1)).await, Ok(1));
        assert_eq!(timeout(Duration::ZERO, pending::<()>()).await, Err(Elapsed));
    });
}

#[test]
fn for_ever_is_not_too_long() {
    run(async {
        assert_eq!(timeout(Duration::MAX, sleep(ms(3))).await, Ok(()));
        select(sleep(Duration::MAX), sleep(ms(4))).await;
        assert_eq!(time(), ms(7));
    });
}

#[test]
fn nested_timeouts() {
    run(async {
        let inner = timeout(ms(10), pending::<()>());
        assert_eq!(timeout(ms(20), inner).await, Ok(Err(Elapsed)));
        let inner = timeout(ms(20), pending::<()>());
        assert_eq!(timeout(ms(10), inner).await, Err(Elapsed));
        assert_eq!(time(), ms(20));
    });
}

#[test]
fn ticks_do_not_drift_and_missed_ones_are_left_out() {
    let ticks = run(async {
        let (mut ticks, mut times) = (interval(ms(100)), Vec::new());
        for work in [30, 30, 350, 30, 30] {
            ticks.tick().await;
            times.push(time().as_millis());
            sleep(ms(work)).await;
        }
        times
    });
    // The late tick comes with the wheel's next.
    assert_eq!(ticks, [100, 200, 300, 651, 700]);
}

#[test]
#[should_panic(expected = "longer than nothing")]
fn an_interval_of_nothing() {
    run(async { interval(Duration::ZERO) });
}

#[test]
fn equal_deadlines_fire_in_the_order_given() {
    let order = run(async {
        let log = Rc::new(RefCell::new(Vec::new()));
        for number in 0..1000 {
            let log = log.clone();
            spawn(async move {
                sleep(ms(5000)).await;
                log.borrow_mut().push(number);
            });
        }
        sleep(ms(6000)).await;
        log.take()
    });
    assert!(order.is_sorted() && order.len() == 1000, "{order:?}");
}

#[test]
#[ignore = "a million timers"]
fn a_million_equal_deadlines() {
    timers::equal_deadlines(&event_loop(), 1_000_000);
}

#[test]
#[ignore = "a million timers"]
fn a_million_timers_half_of_them_cancelled_in_random_order() {
    timers::cancelled_in_random_order(&event_loop(), 1_000_000);
}

/// Ten times 500 are due. A turn takes no further millisecond once it has a thousand.
#[test]
fn a_crowd_is_woken_in_several_turns() {
    let event_loop = EventLoop::with_driver(Selector::new(Clock::system()).unwrap());
    let called = Rc::new(Cell::new(0));
    for number in 0..5000 {
        let called = called.clone();
        event_loop.call_at(ms(1 + number / 500), move || called.set(called.get() + 1));
    }
    while event_loop.time() < ms(10) {
        thread::sleep(ms(1));
    }
    let turns = [1500, 3000, 4500, 5000];
    assert_eq!(
        turns,
        turns.map(|_| {
            event_loop.run_once();
            called.get()
        })
    );
}

/// Callbacks and sleeps share the wheel.
#[test]
fn callbacks_too() {
    let order = run(async {
        let log = Rc::new(RefCell::new(Vec::new()));
        let note = |word: &'static str| {
            let log = log.clone();
            move || log.borrow_mut().push(word)
        };
        call_later(ms(30), note("third"));
        call_at(ms(10), note("first"));
        let never = call_at(ms(15), note("never"));
        call_at(ms(20), note("second"));
        never.cancel();
        sleep(ms(25)).await;
        note("between")();
        sleep(ms(25)).await;
        log.take()
    });
    assert_eq!(order, ["first", "second", "between", "third"]);
}

/// Each level of the wheel, and each boundary between two of them.
#[test]
fn near_and_far() {
    let event_loop = event_loop();
    let mut deadlines: Vec<u64> = (0..=6)
        .flat_map(|level| {
            [-1, 0, 1].map(|by| 64u64.pow(level).saturating_add_signed(by))
        })
        .filter(|deadline| *deadline > 0)
        .collect();
    deadlines.dedup();
    let rev = deadlines.clone();
    let fired = event_loop.run_until_complete(async {
        gather(rev.into_iter().rev().map(|deadline| async move {
            sleep(ms(deadline)).await;
            time().as_millis() as u64
        }))
        .await
    });
    assert!(fired.iter().rev().eq(&deadlines), "{fired:?}");
}

/// On the computer's clock, a sleep is never too short.
#[test]
fn never_too_short() {
    let event_loop =
        EventLoop::with_driver(Selector::new(Clock::system()).expect("a selector"));
    for micros in [0, 1, 999, 1000, 1001, 2500] {
        let (nap, start) = (Duration::from_micros(micros), Instant::now());
        event_loop.run_until_complete(sleep(nap));
        assert!(start.elapsed() >= nap);
    }
}

/// Cancels another's timer when it is dropped, and asks what time it is.
struct Nosy;

thread_local! {
    static OTHER: RefCell<Option<Pin<Box<dyn Future<Output = ()>>>>> =
        const { RefCell::new(None) };
}

impl Wake for Nosy {
    fn wake(self: Arc<Self>) {}
}

impl Drop for Nosy {
    fn drop(&mut self) {
        drop(OTHER.take().expect("dropped once"));
        assert_eq!(time(), ms(0));
    }
}

/// A waker is foreign code: it may use the wheel when it is replaced.
#[test]
fn a_waker_may_cancel_a_timer_when_another_takes_its_place() {
    run(async {
        let mut other = Box::pin(sleep(ms(9)));
        let mut nap = pin!(sleep(ms(5)));
        poll_fn(|cx| {
            assert!(other.as_mut().poll(cx).is_pending());
            let nosy = Waker::from(Arc::new(Nosy));
            assert!(nap.as_mut().poll(&mut Context::from_waker(&nosy)).is_pending());
            Poll::Ready(())
        })
        .await;
        OTHER.set(Some(other));
        nap.await;
        assert!(OTHER.take().is_none(), "the waker has been dropped");
        assert_eq!(time(), ms(5));
    });
}
