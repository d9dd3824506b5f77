//! The loop's order, and what becomes of tasks.
use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::*;
use std::cell::{Cell, RefCell};
use std::future::{pending, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;
use std::thread;
use std::time::Duration;

fn run<F: Future<Output: 'static> + 'static>(future: F) -> F::Output {
    EventLoop::with_driver(ThreadDriver::new(Clock::stopped()))
        .run_until_complete(future)
}

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

#[test]
fn equal_deadlines_fire_in_the_order_given() {
    let log = Rc::new(RefCell::new(vec![]));
    let out = log.clone();
    run(async move {
        for i in 0..10 {
            let log = log.clone();
            call_later(ms(5), move || log.borrow_mut().push(i));
        }
        sleep(ms(6)).await;
        assert_eq!(time(), ms(6));
    });
    assert_eq!(*out.borrow(), (0..10).collect::<Vec<_>>());
}

#[test]
fn cancelled_tasks_run_their_cleanup() {
    struct Bell(Rc<RefCell<Vec<&'static str>>>);
    impl Drop for Bell {
        fn drop(&mut self) {
            self.0.borrow_mut().push("cleanup");
        }
    }
    let log = Rc::new(RefCell::new(vec![]));
    let seen = log.clone();
    run(async move {
        let bell = Bell(seen.clone());
        let task = spawn(async move {
            let _bell = bell;
            pending::<()>().await;
        });
        yield_now().await;
        task.cancel();
        assert!(matches!(task.await, Err(JoinError::Cancelled)));
        seen.borrow_mut().push("joined");
        let task = spawn(async { panic!("on purpose") });
        assert!(matches!(task.await, Err(JoinError::Panicked(_))));
    });
    assert_eq!(*log.borrow(), ["cleanup", "joined"]);
}

#[test]
fn a_cancelled_sleep_leaves_no_timer() {
    run(async {
        let task = spawn(sleep(Duration::from_secs(9)));
        yield_now().await;
        task.cancel();
        assert!(task.await.is_err());
        sleep(ms(1)).await;
        assert_eq!(time(), ms(1));
    });
}

#[test]
fn wakes_from_another_thread() {
    let event_loop = EventLoop::new();
    event_loop.run_until_complete(async {
        for _ in 0..1000 {
            let (sender, receiver) = std::sync::mpsc::channel();
            let mut started = false;
            std::future::poll_fn(move |cx| {
                if !started {
                    started = true;
                    let waker = cx.waker().clone();
                    let sender = sender.clone();
                    std::thread::spawn(move || {
                        sender.send(()).unwrap();
                        waker.wake();
                    });
                }
                receiver
                    .try_recv()
                    .map_or(std::task::Poll::Pending, std::task::Poll::Ready)
            })
            .await;
        }
    });
}

fn stopped_clock() -> EventLoop {
    EventLoop::with_driver(ThreadDriver::new(Clock::stopped()))
}

#[test]
fn stop_does_not_end_run_until_complete() {
    let event_loop = stopped_clock();
    event_loop.call_soon(stop);
    let end = event_loop.run_until_complete(async {
        sleep(ms(5)).await;
        time()
    });
    assert_eq!(end, ms(5));
}

#[test]
fn a_run_ends_one_turn_after_its_task() {
    let count = Rc::new(Cell::new(0));
    let turns = count.clone();
    run(async move {
        spawn(async move {
            loop {
                turns.set(turns.get() + 1);
                yield_now().await;
            }
        });
    });
    assert_eq!(count.get(), 1, "one turn, that of the callback which stops the loop");
}

#[test]
fn tasks_stay_for_the_next_run() {
    let event_loop = stopped_clock();
    let (sender, receiver) = event_loop.run_until_complete(async { oneshot() });
    let waiting = event_loop.spawn(receiver);
    event_loop.run_until_complete(yield_now());
    assert!(!waiting.is_ended());
    sender.send("at last").unwrap();
    assert_eq!(event_loop.run_until_complete(waiting).unwrap(), Ok("at last"));
}

#[test]
fn a_panic_in_a_callback_ends_the_callback() {
    let called = Rc::new(Cell::new(false));
    let call = called.clone();
    run(async move {
        call_soon(|| panic!("on purpose"));
        call_soon(move || call.set(true));
        yield_now().await;
    });
    assert!(called.get());
}

#[test]
#[should_panic(expected = "already running on this thread")]
fn one_loop_at_a_time() {
    run(async { EventLoop::new().run_once() });
}

#[test]
#[should_panic(expected = "on purpose")]
fn the_panic_of_the_first_task_is_raised_again() {
    run(async { panic!("on purpose") });
}

#[test]
fn a_due_timer_waits_for_64_steps_at_most() {
    run(async {
        let rung = Rc::new(Cell::new(false));
        let ring = rung.clone();
        call_later(Duration::ZERO, move || ring.set(true));
        let mut turns = 0;
        while !rung.get() {
            turns += 1;
            yield_now().await;
        }
        // Each turn counts as a step, and so does each task in it: here two a turn.
        assert!(turns <= 33, "{turns}");
    });
}

#[test]
fn a_due_timer_rings_although_others_wake_the_loop_all_the_time() {
    run(async {
        let rung = Rc::new(Cell::new(false));
        let ring = rung.clone();
        call_later(Duration::ZERO, move || ring.set(true));
        let mut turns = 0;
        poll_fn(|cx| {
            if rung.get() {
                return Poll::Ready(());
            }
            turns += 1;
            assert!(turns <= 64, "{turns}");
            let waker = cx.waker().clone();
            thread::spawn(move || waker.wake()).join().unwrap();
            Poll::Pending
        })
        .await;
    });
}

#[test]
fn a_result_is_given_once() {
    run(async {
        let (sender, mut receiver) = oneshot();
        let mut task = spawn(async { "applause" });
        sender.send("a clock").unwrap();
        assert_eq!(poll_fn(|cx| Pin::new(&mut receiver).poll(cx)).await, Ok("a clock"));
        assert_eq!(
            poll_fn(|cx| Pin::new(&mut task).poll(cx)).await.unwrap(),
            "applause"
        );
        poll_fn(|cx| {
            assert!(Pin::new(&mut receiver).poll(cx).is_pending());
            assert!(Pin::new(&mut task).poll(cx).is_pending());
            Poll::Ready(())
        })
        .await;
    });
}

#[test]
fn who_cancels_himself_and_returns_has_returned() {
    run(async {
        let own: Rc<RefCell<Option<Task<&str>>>> = Rc::default();
        let handle = own.clone();
        *own.borrow_mut() = Some(spawn(async move {
            handle.borrow().as_ref().unwrap().cancel();
            "applause"
        }));
        yield_now().await;
        let task = own.take().unwrap();
        assert_eq!(task.await.unwrap(), "applause");
    });
}

/// They came first: to a receiver that is being awaited, nobody can add a callback.
#[test]
fn callbacks_come_before_who_awaits() {
    let log = Rc::new(RefCell::new(vec![]));
    let (first, second, last) = (log.clone(), log.clone(), log.clone());
    run(async move {
        let (sender, receiver) = oneshot();
        receiver.add_done_callback(move || first.borrow_mut().push("first callback"));
        receiver.add_done_callback(move || second.borrow_mut().push("second callback"));
        let awaits = spawn(async move {
            receiver.await.unwrap();
            last.borrow_mut().push("who awaits");
        });
        yield_now().await;
        sender.send(()).unwrap();
        awaits.await.unwrap();
    });
    assert_eq!(*log.borrow(), ["first callback", "second callback", "who awaits"]);
}

#[test]
fn nobody_waits_for_one_who_has_panicked() {
    run(async {
        let (sender, receiver) = oneshot::<()>();
        spawn(async move {
            let _sender = sender;
            panic!("on purpose");
        });
        assert_eq!(receiver.await, Err(Cancelled));
    });
}

#[test]
fn a_value_that_nobody_wants_comes_back() {
    run(async {
        let (sender, receiver) = oneshot();
        drop(receiver);
        assert_eq!(sender.send("a clock"), Err("a clock"));
    });
}

#[test]
fn with_a_oneshot_each_a_cancellation_stays_with_one() {
    run(async {
        let (ann_sender, ann) = oneshot();
        let (bob_sender, bob) = oneshot();
        let (ann, bob) = (spawn(ann), spawn(bob));
        yield_now().await;
        ann.cancel();
        assert!(matches!(ann.await, Err(JoinError::Cancelled)));
        assert_eq!(ann_sender.send("open"), Err("open"));
        assert_eq!(bob_sender.send("open"), Ok(()));
        assert_eq!(bob.await.unwrap(), Ok("open"));
    });
}

#[test]
fn cancelling_who_has_ended_changes_nothing() {
    run(async {
        let task = spawn(async { "applause" });
        yield_now().await;
        task.cancel();
        task.cancel_now();
        yield_now().await;
        assert_eq!(task.await.unwrap(), "applause");
    });
}

#[test]
fn whoever_is_cancelled_detaches_the_task_that_he_awaits() {
    run(async {
        let (sender, receiver) = oneshot();
        let outer = spawn(async move {
            let inner = spawn(async move {
                sleep(ms(5)).await;
                let _ = sender.send("it ran on");
            });
            let _ = inner.await;
        });
        sleep(ms(1)).await;
        outer.cancel();
        assert_eq!(receiver.await, Ok("it ran on"));
    });
}
