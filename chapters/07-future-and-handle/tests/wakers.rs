//! Whoever has a waker may call it when and where he likes, as often as he likes, or never.
use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::*;
use std::cell::{Cell, RefCell};
use std::future::{pending, poll_fn};
use std::hint;
use std::mem;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, mpsc};
use std::task::{Poll, Waker};
use std::thread;
use std::time::Duration;

fn virtual_loop() -> EventLoop {
    EventLoop::with_driver(ThreadDriver::new(Clock::stopped()))
}

/// A task that never ends, and counts its turns. Its waker, and the count.
async fn counting() -> (Task<()>, Waker, Rc<Cell<u32>>) {
    let turns = Rc::new(Cell::new(0));
    let kept: Rc<RefCell<Option<Waker>>> = Rc::default();
    let (count, keep) = (turns.clone(), kept.clone());
    let task = spawn(poll_fn(move |cx| {
        count.set(count.get() + 1);
        keep.replace(Some(cx.waker().clone()));
        Poll::Pending
    }));
    yield_now().await;
    let waker = kept.take().expect("it has had a turn");
    (task, waker, turns)
}

async fn some_turns() {
    for _ in 0..5 {
        yield_now().await;
    }
}

#[test]
fn on_the_same_thread() {
    virtual_loop().run_until_complete(async {
        let (_task, waker, turns) = counting().await;
        assert_eq!(turns.get(), 1);
        waker.wake();
        assert_eq!(turns.get(), 1, "a wake runs nothing, it makes ready");
        some_turns().await;
        assert_eq!(turns.get(), 2);
    });
}

#[test]
fn on_another_thread() {
    EventLoop::new().run_until_complete(async {
        let (_task, waker, turns) = counting().await;
        thread::spawn(move || waker.wake()).join().unwrap();
        sleep(Duration::from_millis(1)).await;
        assert_eq!(turns.get(), 2);
    });
}

#[test]
fn twice_is_once() {
    virtual_loop().run_until_complete(async {
        let (_task, waker, turns) = counting().await;
        waker.wake_by_ref();
        waker.wake_by_ref();
        some_turns().await;
        assert_eq!(turns.get(), 2);
    });
}

#[test]
fn before_it_waits() {
    virtual_loop().run_until_complete(async {
        let mut turns = 0;
        poll_fn(move |cx| {
            turns += 1;
            cx.waker().wake_by_ref();
            if turns == 3 { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    });
}

#[test]
fn after_the_task_ended() {
    virtual_loop().run_until_complete(async {
        let (task, waker, _) = counting().await;
        task.cancel();
        assert!(task.await.is_err());
        // Whoever has the slot now is not woken.
        let (_task, _, turns) = counting().await;
        waker.wake_by_ref();
        thread::spawn(move || waker.wake()).join().unwrap();
        sleep(Duration::from_millis(1)).await;
        assert_eq!(turns.get(), 1);
    });
}

#[test]
fn after_the_loop_has_gone() {
    let event_loop = EventLoop::new();
    let (_, waker, turns) = event_loop.run_until_complete(counting());
    drop(event_loop);
    waker.wake_by_ref();
    thread::spawn(move || waker.wake()).join().unwrap();
    assert_eq!(turns.get(), 1);
}

#[test]
fn never() {
    struct Cleanup(Rc<Cell<bool>>);
    impl Drop for Cleanup {
        fn drop(&mut self) {
            self.0.set(true);
        }
    }
    let clean = Rc::new(Cell::new(false));
    let cleanup = Cleanup(clean.clone());
    let event_loop = virtual_loop();
    event_loop.run_until_complete(async move {
        spawn(async move {
            let _cleanup = cleanup;
            pending::<()>().await;
        });
        some_turns().await;
    });
    assert!(!clean.get(), "it waits, for ever");
    drop(event_loop);
    assert!(clean.get(), "it goes with its loop");
}

/// Wakes a loop on its way to sleep, a little later each time, so that all moments of that
/// way are met.
fn wake_on_the_way_to_sleep(rounds: u32, patience: Duration) {
    let (send_waker, wakers) = mpsc::channel::<Waker>();
    let rung = Arc::new(AtomicU32::new(0));
    let ring = rung.clone();
    thread::spawn(move || {
        // This thread must not sleep, or the loop would always be the first to do so.
        for round in 1..=rounds {
            let waker = loop {
                match wakers.try_recv() {
                    Ok(waker) => break waker,
                    Err(_) => hint::spin_loop(),
                }
            };
            (0..round % 1000).for_each(|_| hint::spin_loop());
            ring.store(round, SeqCst);
            waker.wake();
        }
    });
    let (done, is_done) = mpsc::channel();
    thread::spawn(move || {
        EventLoop::new().run_until_complete(async move {
            for round in 1..=rounds {
                let mut waker_is_sent = false;
                poll_fn(|cx| {
                    if !mem::replace(&mut waker_is_sent, true) {
                        send_waker.send(cx.waker().clone()).unwrap();
                    }
                    if rung.load(SeqCst) == round {
                        Poll::Ready(())
                    } else {
                        Poll::Pending
                    }
                })
                .await;
            }
        });
        done.send(()).unwrap();
    });
    let lost = "the loop sleeps on, although its task has been woken";
    is_done.recv_timeout(patience).expect(lost);
}

#[test]
fn no_wakeup_is_lost_on_the_way_to_sleep() {
    wake_on_the_way_to_sleep(40_000, Duration::from_secs(60));
}

/// The moment that matters is short. A busy machine may need many tries to meet it.
#[test]
#[ignore = "a million rounds"]
fn no_wakeup_is_lost_on_the_way_to_sleep_in_a_million_rounds() {
    wake_on_the_way_to_sleep(1_000_000, Duration::from_secs(600));
}
