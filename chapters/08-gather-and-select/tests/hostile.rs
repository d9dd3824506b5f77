//! Nasty programs against the public interface: times without end, keys of timers that are gone,
//! gathers at the limit, gathers of gathers that are dropped in the middle of a poll.

mod virtual_time;

use ch07_future_and_handle::{
    JoinError, Task, TimerHandle, call_at, call_later, oneshot, spawn, time, yield_now,
};
use ch08_gather_and_select::{
    Either, TcpListener, TcpStream, gather, gather_settled, interval, select,
    select_all, sleep, timeout, try_gather,
};
use std::cell::{Cell, RefCell};
use std::future::{pending, poll_fn};
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind, panic_any, resume_unwind};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;
use std::thread;
use std::time::Duration;
use virtual_time::{event_loop, ms, run};

type Boxed<T> = Pin<Box<dyn Future<Output = T>>>;

/// The clock cannot show such a time, but the sleep is over some day, and so are those after it.
#[test]
fn an_endless_sleep_ends_at_the_end_of_time() {
    let end = run(async {
        call_later(Duration::MAX, || {});
        sleep(Duration::MAX).await;
        let end = time();
        sleep(ms(1)).await;
        sleep(Duration::MAX).await;
        interval(Duration::MAX).tick().await;
        end
    });
    assert!(end >= Duration::from_nanos(u64::MAX), "{end:?}");
}

#[test]
fn no_time_at_all_and_times_in_the_past() {
    run(async {
        sleep(ms(5)).await;
        let log: Rc<RefCell<Vec<u64>>> = Rc::default();
        for deadline in [4, 0, 5, 2] {
            let log = log.clone();
            call_at(ms(deadline), move || log.borrow_mut().push(deadline));
        }
        sleep(Duration::ZERO).await;
        yield_now().await;
        assert_eq!(log.take(), [0, 2, 4, 5], "all of them at once, the earliest first");
        assert_eq!(time(), ms(6), "the wheel's next tick");
    });
}

/// The number of a cancelled timer goes to the next one. Who cancels again must not reach that.
#[test]
fn to_cancel_a_callback_twice_cancels_no_other() {
    run(async {
        let first = call_later(ms(10), || unreachable!("it is cancelled"));
        first.cancel();
        let called = Rc::new(Cell::new(false));
        let call = called.clone();
        call_later(ms(10), move || call.set(true));
        first.cancel();
        sleep(ms(20)).await;
        assert!(called.get(), "its timer was taken away by another's handle");
    });
}

/// Its function is dropped by the first cancel. That sets a timer, which gets the number, and cancels
/// once more.
#[test]
fn to_cancel_a_callback_while_it_is_dropped_cancels_no_other() {
    run(async {
        let handle: Rc<RefCell<Option<TimerHandle>>> = Rc::default();
        let called = Rc::new(Cell::new(false));
        let (own, call) = (handle.clone(), called.clone());
        let again = OnDrop(Some(move || {
            call_later(ms(10), move || call.set(true));
            own.borrow().as_ref().unwrap().cancel();
        }));
        *handle.borrow_mut() = Some(call_later(ms(10), move || drop(again)));
        handle.borrow().as_ref().unwrap().cancel();
        sleep(ms(20)).await;
        assert!(called.get(), "its timer was taken away by another's handle");
        handle.take();
    });
}

struct OnDrop<F: FnOnce()>(Option<F>);

impl<F: FnOnce()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        self.0.take().into_iter().for_each(|f| f());
    }
}

/// Says so when it goes.
struct Flag(Rc<Cell<u32>>);

impl Drop for Flag {
    fn drop(&mut self) {
        self.0.update(|dropped| dropped + 1);
    }
}

/// Not all of them find room: those who did go with the gather that never came to be.
#[test]
fn a_gather_that_meets_the_limit_leaves_nobody_behind() {
    let event_loop = event_loop();
    event_loop.set_limit(10);
    let (dropped, ran) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let (flags, runs) = (dropped.clone(), ran.clone());
    event_loop.run_until_complete(async move {
        let many = |flags: Rc<Cell<u32>>, runs: Rc<Cell<u32>>| {
            (0..20).map(move |_| {
                let (flag, runs) = (Flag(flags.clone()), runs.clone());
                async move {
                    runs.update(|ran| ran + 1);
                    drop(flag);
                    Ok::<(), ()>(())
                }
            })
        };
        let (flags, runs) = (flags, runs);
        let (one, two) = (many(flags.clone(), runs.clone()), many(flags, runs));
        let greedy = spawn(async { drop(try_gather(one)) });
        assert!(matches!(greedy.await, Err(JoinError::Panicked(_))), "refused");
        let greedy = spawn(async { drop(gather_settled(two)) });
        assert!(matches!(greedy.await, Err(JoinError::Panicked(_))), "refused");
        assert_eq!(spawn(async { "room" }).await.expect("room again"), "room");
    });
    assert_eq!(ran.get(), 0, "nobody awaits them, so nobody runs");
    assert!(dropped.get() > 10, "and all are dropped");
}

/// A tree of gathers, so deep, whose leaves wait for ever; one of them does what we say.
fn tree(depth: u32, leaves: &Rc<Cell<u32>>, last: Boxed<()>) -> Boxed<()> {
    if depth == 0 {
        return last;
    }
    let flag = Flag(leaves.clone());
    let leaf: Boxed<()> = Box::pin(async move {
        pending::<()>().await;
        drop(flag);
    });
    let all = [leaf, tree(depth - 1, leaves, last)];
    Box::pin(async { drop(gather(all).await) })
}

/// The innermost task drops the gather to which all belong, in the middle of its turn, and then
/// panics.
#[test]
fn a_leaf_may_drop_the_whole_tree_of_gathers_while_it_runs() {
    for panics in [false, true] {
        let dropped = Rc::new(Cell::new(0));
        let leaves = dropped.clone();
        run(async move {
            let root: Rc<RefCell<Option<Boxed<()>>>> = Rc::default();
            let (tree_top, count) = (root.clone(), leaves.clone());
            let saw = Box::pin(async move {
                sleep(ms(1)).await;
                drop(tree_top.take());
                assert_eq!(count.get(), 100, "all leaves have gone with it");
                if panics {
                    resume_unwind(Box::new("on purpose"));
                }
                pending::<()>().await;
            });
            let mut top = tree(100, &leaves, saw);
            // It is polled once, so that the gathers begin.
            poll_fn(|cx| {
                assert!(top.as_mut().poll(cx).is_pending());
                Poll::Ready(())
            })
            .await;
            root.replace(Some(top));
            sleep(ms(5)).await;
            assert!(root.take().is_none());
            assert!(spawn(async {}).await.is_ok(), "the loop goes on");
        });
        assert_eq!(dropped.get(), 100);
    }
}

/// Panics when it is dropped, with something that panics when it is dropped.
struct Grudge;

impl Drop for Grudge {
    fn drop(&mut self) {
        if !thread::panicking() {
            panic_any(Grudge);
        }
    }
}

/// What a gather gives may panic when it is dropped: outputs, errors, panics.
#[test]
fn grudges_in_a_gather() {
    async fn gives() -> Grudge {
        Grudge
    }
    async fn fails() -> Result<(), Grudge> {
        Err(Grudge)
    }
    async fn throws() {
        panic_any(Grudge);
    }
    /// What it has thrown is to be dropped nowhere.
    fn has_panicked(end: Result<(), JoinError>) -> bool {
        matches!(mem::ManuallyDrop::new(end).as_ref(), Err(JoinError::Panicked(_)))
    }
    run(async {
        let output = spawn(async { drop(gather([gives(), gives()]).await) });
        assert!(has_panicked(output.await));
        let errors = spawn(async {
            let failed = try_gather([fails(), fails(), fails()]).await;
            mem::forget(failed);
        });
        // The second error panics when it is dropped. That is its own task's affair.
        assert!(!has_panicked(errors.await));
        let late = spawn(async {
            let all = gather([gives(), gives()]);
            yield_now().await;
            yield_now().await;
            // They have ended, and nobody has taken what they gave.
            drop(all);
        });
        assert!(has_panicked(late.await));
        let settled = spawn(async {
            let ends = gather_settled([throws(), throws()]).await;
            assert!(matches!(ends[..], [Err(_), Err(_)]));
            mem::forget(ends);
        });
        assert!(settled.await.is_ok());
        sleep(ms(1)).await;
        assert!(spawn(async {}).await.is_ok(), "the loop goes on");
    });
}

/// Two tasks wait for the ends of the same select, and each end drops the other.
#[test]
fn selects_that_share_what_they_wait_for() {
    run(async {
        let (sender, receiver) = oneshot::<u8>();
        let shared = Rc::new(RefCell::new(receiver));
        let hears = |name: &'static str| {
            let shared = shared.clone();
            async move {
                let value =
                    poll_fn(|cx| Pin::new(&mut *shared.borrow_mut()).poll(cx)).await;
                (name, value)
            }
        };
        // The same receiver on both sides: the first side hears it.
        let both = spawn(select(hears("left"), hears("right")));
        yield_now().await;
        sender.send(7).expect("there is a receiver");
        assert_eq!(both.await.expect("no panic"), Either::Left(("left", Ok(7))));

        let (sender, receiver) = oneshot::<u8>();
        shared.replace(receiver);
        let winners = select_all([hears("a"), hears("b"), hears("c")]);
        drop(sender);
        assert_eq!(winners.await, (0, ("a", Err(ch07_future_and_handle::Cancelled))));
    });
}

/// A connection that is let go while a read of it is on its way, and its number given to the next.
#[test]
fn a_stream_that_goes_while_its_reads_are_gathered() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        for _ in 0..20 {
            let near = Rc::new(TcpStream::connect(address).await.expect("a listener"));
            let (far, _) = listener.accept().await.expect("a visitor");
            let reads = [near.clone(), near.clone()].map(|stream| async move {
                let read = stream.read(&mut [0; 8]).await;
                drop(stream);
                read.expect("no error")
            });
            drop(near);
            // Two that read from one connection: the last who came is woken, and when it goes,
            // nobody waits for what is not there.
            let gave_up = timeout(ms(1), gather(reads)).await;
            assert!(gave_up.is_err());
            assert_eq!(
                far.read(&mut [0; 8]).await.expect("hung up"),
                0,
                "it is closed"
            );
        }
    });
}

/// The loop goes while tasks wait for everything there is.
#[test]
fn a_loop_that_goes_in_the_middle_of_everything() {
    let dropped = Rc::new(Cell::new(0));
    let event_loop = event_loop();
    let kept: Rc<RefCell<Vec<Task<()>>>> = Rc::default();
    let (flags, tasks) = (dropped.clone(), kept.clone());
    let stream = event_loop.run_until_complete(async move {
        let listener = Rc::new(TcpListener::bind("127.0.0.1:0").expect("a port"));
        let address = listener.local_addr().expect("an address");
        let stream = TcpStream::connect(address).await.expect("a listener");
        let waits: [Boxed<()>; 5] = [
            Box::pin(sleep(Duration::MAX)),
            Box::pin(async move {
                loop {
                    drop(listener.accept().await);
                }
            }),
            Box::pin(async { timeout(ms(9), pending::<()>()).await.unwrap_or(()) }),
            Box::pin(async { drop(gather([sleep(ms(9)), sleep(ms(8))]).await) }),
            Box::pin(async { interval(ms(9)).tick().await }),
        ];
        for wait in waits {
            let flag = Flag(flags.clone());
            let task = spawn(async move {
                wait.await;
                drop(flag);
            });
            tasks.borrow_mut().push(task);
        }
        yield_now().await;
        yield_now().await;
        stream
    });
    drop(event_loop);
    assert_eq!(dropped.get(), 5, "all of them, once");
    // What is left of it does no harm.
    kept.borrow().iter().for_each(Task::cancel_now);
    kept.take();
    drop(stream);
}

/// A panic in the run leaves a loop with which one can go on.
#[test]
fn a_loop_goes_on_after_the_panic_of_its_first_task() {
    let event_loop = event_loop();
    let left = event_loop.spawn(async {
        sleep(ms(5)).await;
        "still here"
    });
    let run = AssertUnwindSafe(|| {
        event_loop.run_until_complete(async {
            gather([async { resume_unwind(Box::new("on purpose")) }]).await
        })
    });
    assert!(catch_unwind(run).is_err());
    assert_eq!(event_loop.run_until_complete(left).expect("no panic"), "still here");
}
