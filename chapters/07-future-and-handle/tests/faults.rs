//! What must not take the loop down: panics wherever foreign code runs, threads that wake while
//! it goes, times at their limits, tasks that never have enough.

mod timers;

use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{
    EventLoop, JoinError, ThreadDriver, call_at, call_later, call_soon, oneshot, sleep,
    spawn, time, yield_now,
};
use std::cell::{Cell, RefCell};
use std::future::{pending, poll_fn};
use std::panic::{panic_any, resume_unwind};
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::{Duration, Instant};
use timers::{cancelled_in_random_order, equal_deadlines};

fn virtual_loop() -> EventLoop {
    EventLoop::with_driver(ThreadDriver::new(Clock::stopped()))
}

fn run<F: Future<Output: 'static> + 'static>(future: F) -> F::Output {
    virtual_loop().run_until_complete(future)
}

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// Panics when it is dropped, unless that would be a panic on top of a panic.
struct Grudge;

impl Drop for Grudge {
    fn drop(&mut self) {
        if !thread::panicking() {
            resume_unwind(Box::new("a grudge"));
        }
    }
}

/// Runs this in a loop, and sees that others still get their turns, then and afterwards.
fn harmless(fault: impl FnOnce() + 'static) {
    let event_loop = virtual_loop();
    event_loop.run_until_complete(async {
        let before = spawn(sleep(ms(10)));
        spawn(async { fault() });
        sleep(ms(5)).await;
        assert!(spawn(async {}).await.is_ok());
        assert!(before.await.is_ok());
    });
    event_loop.run_until_complete(sleep(ms(5)));
    assert_eq!(event_loop.time(), ms(15));
}

#[test]
fn a_panic_in_a_task() {
    harmless(|| resume_unwind(Box::new("on purpose")));
}

#[test]
fn a_panic_in_a_callback() {
    harmless(|| {
        call_soon(|| resume_unwind(Box::new("on purpose")));
        call_later(ms(1), || resume_unwind(Box::new("on purpose")));
        let (sender, receiver) = oneshot();
        receiver.add_done_callback(|| resume_unwind(Box::new("on purpose")));
        sender.send(()).expect("there is a receiver");
    });
}

#[test]
fn a_panic_in_the_drop_of_a_callback() {
    harmless(|| {
        for _ in 0..2 {
            let grudge = Grudge;
            call_soon(|| drop(grudge)).cancel();
        }
        let grudge = Grudge;
        call_later(ms(1), || drop(grudge)).cancel();
    });
}

#[test]
fn a_panic_in_the_drop_of_a_future() {
    harmless(|| {
        let holds = || {
            let grudge = Grudge;
            async move {
                pending::<()>().await;
                drop(grudge);
            }
        };
        spawn(holds()).cancel();
        spawn(holds()).cancel_now();
        spawn(async move {
            let task = spawn(holds());
            yield_now().await;
            task.cancel();
            assert!(matches!(task.await, Err(JoinError::Panicked(_))));
        });
    });
}

#[test]
fn a_panic_in_the_drop_of_an_output() {
    harmless(|| {
        drop(spawn(async { Grudge }));
        let task = spawn(async { Grudge });
        spawn(async {
            sleep(ms(1)).await;
            drop(task);
        });
    });
}

/// The future panics when it is dropped, and so does what it has returned.
#[test]
fn a_panic_in_the_drop_of_a_future_and_of_its_output() {
    harmless(|| {
        let grudge = Grudge;
        let task = spawn(poll_fn(move |_| {
            let _ = &grudge;
            Poll::Ready(Grudge)
        }));
        drop(task);
    });
}

#[test]
fn a_panic_in_the_drop_of_what_a_panic_has_thrown() {
    harmless(|| {
        call_soon(|| panic_any(Grudge));
        spawn(async { panic_any(Grudge) });
    });
}

#[test]
fn a_panic_in_a_drop_when_the_loop_goes() {
    let event_loop = virtual_loop();
    let gone = Rc::new(());
    for _ in 0..3 {
        let held = (Grudge, gone.clone());
        drop(event_loop.spawn(async move {
            pending::<()>().await;
            drop(held);
        }));
        let held = (Grudge, gone.clone());
        event_loop.call_soon(|| drop(held));
    }
    drop(event_loop);
    assert_eq!(Rc::strong_count(&gone), 1);
}

/// A waker of somebody else, which panics.
struct Rude {
    on_wake: bool,
}

impl Wake for Rude {
    fn wake(self: Arc<Self>) {
        if self.on_wake {
            resume_unwind(Box::new("a rude waker"));
        }
    }
}

impl Drop for Rude {
    fn drop(&mut self) {
        if !self.on_wake && !thread::panicking() {
            resume_unwind(Box::new("a rude waker"));
        }
    }
}

/// Polls once with a waker like this. That is foreign code too: what becomes of it is its own
/// affair.
async fn poll_rudely(future: impl Future, on_wake: bool) {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Rude { on_wake }));
    let _ = future.as_mut().poll(&mut Context::from_waker(&waker));
    sleep(ms(2)).await;
}

#[test]
fn a_panic_in_a_wakers_own_code() {
    for on_wake in [true, false] {
        harmless(move || {
            let (sender, receiver) = oneshot::<()>();
            spawn(poll_rudely(receiver, on_wake));
            spawn(poll_rudely(spawn(sleep(ms(1))), on_wake));
            spawn(poll_rudely(spawn(pending::<()>()), on_wake));
            spawn(async {
                sleep(ms(1)).await;
                sender.send(()).expect("there is a receiver");
            });
        });
    }
}

/// Long enough for whatever should happen, and short enough to wait for it if it does not.
const PATIENCE: Duration = Duration::from_secs(5);

/// Eight threads that wake a task until they are told to stop, or lose patience.
fn besiege(waker: &Waker, over: &Arc<AtomicBool>) -> Vec<thread::JoinHandle<()>> {
    let besieger = |_| {
        let (waker, over, start) = (waker.clone(), over.clone(), Instant::now());
        thread::spawn(move || {
            while !over.load(Ordering::Relaxed) && start.elapsed() < PATIENCE {
                waker.wake_by_ref();
                drop(waker.clone());
            }
        })
    };
    (0..8).map(besieger).collect()
}

/// The loop goes, with all its tasks, while eight threads wake them.
fn shut_down_under_siege(times: u32) {
    for round in 0..times {
        let (over, start) = (Arc::new(AtomicBool::new(false)), Instant::now());
        let threads = Rc::new(RefCell::new(Vec::new()));
        let event_loop = EventLoop::new();
        let (besiegers, ends, polls) = (threads.clone(), over.clone(), Cell::new(0));
        event_loop.run_until_complete(async move {
            let besieged = spawn(poll_fn(move |cx| {
                if polls.replace(polls.get() + 1) == 0 {
                    besiegers.borrow_mut().extend(besiege(cx.waker(), &ends));
                }
                Poll::<()>::Pending
            }));
            sleep(ms(1)).await;
            if round % 2 == 0 {
                besieged.cancel_now();
            }
        });
        assert!(start.elapsed() < PATIENCE, "the loop has read nothing but its inbox");
        drop(event_loop);
        over.store(true, Ordering::Relaxed);
        for thread in threads.take() {
            thread.join().expect("to wake nobody is no fault");
        }
    }
}

#[test]
fn eight_threads_wake_while_the_loop_goes() {
    shut_down_under_siege(20);
}

#[test]
#[ignore = "five hundred loops"]
fn eight_threads_wake_while_five_hundred_loops_go() {
    shut_down_under_siege(500);
}

/// One task and one other thread, each of which wakes the other as soon as it is awake.
#[test]
fn a_lively_talk_with_another_thread_keeps_no_timer_from_firing() {
    let turn_of_thread = Arc::new(AtomicBool::new(false));
    let start = Instant::now();
    let event_loop = EventLoop::new();
    let mut thread = None;
    drop(event_loop.spawn(poll_fn(move |cx| {
        turn_of_thread.store(true, Ordering::Release);
        thread.get_or_insert_with(|| {
            let (waker, turn) = (cx.waker().clone(), turn_of_thread.clone());
            thread::spawn(move || {
                while start.elapsed() < PATIENCE {
                    if turn.swap(false, Ordering::AcqRel) {
                        waker.wake_by_ref();
                    }
                }
            })
        });
        Poll::<()>::Pending
    })));
    event_loop.run_until_complete(sleep(ms(20)));
    assert!(start.elapsed() < PATIENCE, "nobody asked the driver");
}

#[test]
fn times_at_their_limits() {
    let order = run(async {
        let order = Rc::new(RefCell::new(Vec::new()));
        let limits = [Duration::MAX, Duration::MAX - ms(1), ms(1), Duration::ZERO];
        for limit in limits {
            let order = order.clone();
            call_at(limit, move || order.borrow_mut().push(limit));
        }
        sleep(Duration::MAX).await;
        assert_eq!(time(), Duration::MAX);
        // Time is over, so all that is asked for now is in the past.
        call_later(Duration::MAX, || {});
        sleep(ms(1)).await;
        sleep(Duration::MAX).await;
        order.take()
    });
    assert_eq!(order, [Duration::ZERO, ms(1), Duration::MAX - ms(1), Duration::MAX]);
}

#[test]
fn an_endless_sleep_on_the_computers_clock_can_be_cancelled() {
    EventLoop::new().run_until_complete(async {
        let sleepers = [Duration::MAX, Duration::from_secs(u64::MAX)].map(|time| {
            call_later(time, || unreachable!());
            spawn(sleep(time))
        });
        sleep(ms(20)).await;
        for sleeper in sleepers {
            sleeper.cancel();
            assert!(matches!(sleeper.await, Err(JoinError::Cancelled)));
        }
    });
}

#[test]
fn ten_thousand_equal_deadlines() {
    equal_deadlines(&virtual_loop(), 10_000);
}

#[test]
#[ignore = "a million timers"]
fn a_million_equal_deadlines() {
    equal_deadlines(&virtual_loop(), 1_000_000);
}

#[test]
fn ten_thousand_timers_half_of_them_cancelled_in_random_order() {
    cancelled_in_random_order(&virtual_loop(), 10_000);
}

#[test]
#[ignore = "a million timers"]
fn a_million_timers_half_of_them_cancelled_in_random_order() {
    cancelled_in_random_order(&virtual_loop(), 1_000_000);
}

/// It wakes itself in each of its turns, and so never waits.
#[test]
fn a_task_that_wakes_itself_for_ever_keeps_nobody_from_waking() {
    let start = Instant::now();
    let event_loop = EventLoop::new();
    drop(event_loop.spawn(poll_fn(|cx| {
        cx.waker().wake_by_ref();
        Poll::<()>::Pending
    })));
    let said = Arc::new(AtomicBool::new(false));
    let says = said.clone();
    event_loop.run_until_complete(async move {
        sleep(ms(20)).await;
        poll_fn(move |cx| {
            if said.load(Ordering::Acquire) {
                return Poll::Ready(());
            }
            let (waker, says) = (cx.waker().clone(), says.clone());
            thread::spawn(move || {
                says.store(true, Ordering::Release);
                waker.wake();
            });
            Poll::Pending
        })
        .await;
    });
    assert!(start.elapsed() < Duration::from_secs(5));
}

/// Each task waits for the next, and the last one ends: no wake runs inside another.
#[test]
fn a_hundred_thousand_wakes_in_a_row_take_no_stack() {
    fn chain(left: u32) -> std::pin::Pin<Box<dyn Future<Output = u32>>> {
        Box::pin(async move {
            if left == 0 {
                0
            } else {
                spawn(chain(left - 1)).await.expect("no panic") + 1
            }
        })
    }
    assert_eq!(run(chain(100_000)), 100_000);
}

#[test]
fn a_hundred_thousand_tasks_that_hold_each_other_go_without_a_stack() {
    let event_loop = virtual_loop();
    let mut last = event_loop.spawn(pending::<()>());
    for _ in 0..100_000 {
        last = event_loop.spawn(async { last.await.unwrap_or(()) });
    }
    event_loop.run_once();
    last.cancel_now();
    drop(last);
    drop(event_loop);
}
