//! Nasty programs against the public interface: code that uses the loop at the wrong moment, tasks
//! that end themselves and each other, several loops.

use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{
    EventLoop, JoinError, Task, ThreadDriver, Wakeup, call_later, call_soon, oneshot,
    sleep, spawn, stop, yield_now,
};
use std::cell::{Cell, RefCell};
use std::future::{pending, poll_fn};
use std::panic::panic_any;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, mpsc};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::Duration;

fn virtual_loop() -> EventLoop {
    EventLoop::with_driver(ThreadDriver::new(Clock::stopped()))
}

fn run<F: Future<Output: 'static> + 'static>(future: F) -> F::Output {
    virtual_loop().run_until_complete(future)
}

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn some_turns() {
    for _ in 0..5 {
        yield_now().await;
    }
}

/// A waker of somebody else. It is as large as one of ours.
#[derive(Default)]
struct Foreign {
    woken: AtomicBool,
    _room: u64,
}

impl Wake for Foreign {
    fn wake(self: Arc<Self>) {
        self.woken.store(true, Ordering::Relaxed);
    }
}

/// Another waker at this address, if the allocator gives it to us.
fn waker_at(address: *const ()) -> Option<(Arc<Foreign>, Waker)> {
    let mut elsewhere = Vec::new();
    for _ in 0..1000 {
        let foreign = Arc::new(Foreign::default());
        let waker = Waker::from(foreign.clone());
        if waker.data() == address {
            return Some((foreign, waker));
        }
        elsewhere.push(waker);
    }
    None
}

/// The loop knows its own wakers by their address. When a waker is gone, its address may be that
/// of another: this one is to be woken, and not whoever had the address.
#[test]
fn a_waker_at_the_address_of_one_that_has_gone_is_woken() {
    let event_loop = virtual_loop();
    let (sender, mut receiver) = event_loop.run_until_complete(async { oneshot() });
    let (keep, kept) = mpsc::channel();
    drop(event_loop.spawn(poll_fn(move |cx| {
        keep.send(cx.waker().clone()).expect("we are there");
        Poll::Ready(())
    })));
    event_loop.run_once();
    let waker = kept.recv().expect("it has had its turn");
    let address = waker.data();
    drop(waker);

    let Some((foreign, waker)) = waker_at(address) else {
        return eprintln!("this allocator gives an address to nobody else");
    };
    let mut cx = Context::from_waker(&waker);
    assert!(Pin::new(&mut receiver).poll(&mut cx).is_pending());
    sender.send(()).expect("there is a receiver");
    assert!(foreign.woken.load(Ordering::Relaxed), "it waits for ever");
}

/// Polls something when it is dropped, with a waker of its own.
struct PollsInDrop(Rc<RefCell<Option<Wakeup>>>);

impl Drop for PollsInDrop {
    fn drop(&mut self) {
        let wakeup = Wakeup::of(&Context::from_waker(Waker::noop()));
        self.0.replace(Some(wakeup));
    }
}

/// Nobody is being polled while a task is cancelled, so no waker is that of the one who is.
#[test]
fn in_a_drop_nobody_is_being_polled() {
    run(async {
        let noted: Rc<RefCell<Option<Wakeup>>> = Rc::default();
        let polls = PollsInDrop(noted.clone());
        let task = spawn(async move {
            pending::<()>().await;
            drop(polls);
        });
        yield_now().await;
        task.cancel();
        assert!(task.await.is_err());
        assert!(matches!(noted.take(), Some(Wakeup::Waker(_))), "taken for a slot");
    });
}

/// Uses the loop in every way when it is dropped.
struct Nosy {
    uses: Rc<Cell<u32>>,
    wakers: Vec<Waker>,
    tasks: Vec<Task<()>>,
}

impl Nosy {
    /// One that has a task to wake, one to cancel and one to let go.
    async fn new(uses: &Rc<Cell<u32>>) -> Self {
        let wakers: Rc<RefCell<Vec<Waker>>> = Rc::default();
        let tasks = [(); 2].map(|()| {
            let wakers = wakers.clone();
            spawn(poll_fn(move |cx| {
                wakers.borrow_mut().push(cx.waker().clone());
                Poll::Pending
            }))
        });
        yield_now().await;
        Nosy { uses: uses.clone(), wakers: wakers.take(), tasks: tasks.into() }
    }
}

impl Drop for Nosy {
    fn drop(&mut self) {
        self.wakers.iter().for_each(Waker::wake_by_ref);
        self.wakers.clear();
        self.tasks.iter().for_each(Task::cancel_now);
        self.tasks.clear();
        if !thread::panicking() {
            drop(spawn(async {}));
            call_soon(|| {}).cancel();
            call_later(ms(1), || {}).cancel();
            let (sender, receiver) = oneshot();
            receiver.add_done_callback(|| {});
            sender.send(()).expect("there is a receiver");
        }
        self.uses.update(|uses| uses + 1);
    }
}

/// Wherever foreign values are dropped, nothing of the loop is borrowed.
#[test]
fn whatever_is_dropped_may_use_the_loop() {
    let uses = Rc::new(Cell::new(0));
    let count = uses.clone();
    run(async move {
        let nosy = || Nosy::new(&count);
        // In a future: that has ended, that is cancelled, that panics.
        let holds = |nosy: Nosy| async move {
            pending::<()>().await;
            drop(nosy);
        };
        spawn(holds(nosy().await)).cancel();
        spawn(holds(nosy().await)).cancel_now();
        let one = nosy().await;
        drop(spawn(async move { drop(one) }));
        let one = nosy().await;
        drop(spawn(async move {
            let _held = one;
            panic_any("on purpose");
        }));
        // In an output that nobody wants, before and after the end.
        let one = nosy().await;
        drop(spawn(async { one }));
        let one = nosy().await;
        let task = spawn(async { one });
        some_turns().await;
        drop(task);
        // In a callback that is called, and in some that are not.
        let one = nosy().await;
        call_soon(|| drop(one));
        let one = nosy().await;
        call_soon(|| drop(one)).cancel();
        let one = nosy().await;
        call_later(ms(1), || drop(one)).cancel();
        // In a value that nobody hears of.
        let ((sender, receiver), one) = (oneshot(), nosy().await);
        assert!(sender.send(one).is_ok());
        drop(receiver);
        some_turns().await;
        sleep(ms(5)).await;
    });
    assert_eq!(uses.get(), 10, "each of them once");
}

/// At the limit, what is refused is dropped, and may use the loop.
#[test]
fn whoever_meets_the_limit_may_hold_what_belongs_to_the_loop() {
    let event_loop = virtual_loop();
    event_loop.set_limit(100);
    event_loop.run_until_complete(async {
        let chain = spawn(async {
            let mut last = spawn(pending::<()>());
            loop {
                last = spawn(async { last.await.unwrap_or(()) });
            }
        });
        let (sender, receiver) = oneshot::<()>();
        assert!(matches!(chain.await, Err(JoinError::Panicked(_))), "refused");
        let calls = spawn(async {
            call_soon(|| drop(sender));
            loop {
                call_soon(|| {});
            }
        });
        assert!(matches!(calls.await, Err(JoinError::Panicked(_))), "refused");
        assert!(receiver.await.is_err());
    });
}

#[test]
fn a_task_may_cancel_itself_and_who_awaits_it() {
    let log: Rc<RefCell<Vec<&str>>> = Rc::default();
    let notes = log.clone();
    run(async move {
        let joiner: Rc<RefCell<Option<Task<()>>>> = Rc::default();
        let own: Rc<RefCell<Option<Task<()>>>> = Rc::default();
        let (me, boss, note) = (own.clone(), joiner.clone(), notes.clone());
        let child = spawn(async move {
            yield_now().await;
            me.borrow().as_ref().expect("it is there").cancel_now();
            boss.borrow().as_ref().expect("it is there").cancel_now();
            note.borrow_mut().push("the child runs to its next await");
            pending::<()>().await;
        });
        own.replace(Some(child));
        let (child, note) = (own.clone(), notes.clone());
        joiner.replace(Some(spawn(async move {
            poll_fn(|cx| {
                let mut child = child.borrow_mut();
                Pin::new(child.as_mut().expect("it is there")).poll(cx).map(drop)
            })
            .await;
            note.borrow_mut().push("this is never reached");
        })));
        some_turns().await;
        let ends = [own, joiner].map(|task| task.take().expect("it is there"));
        for task in ends {
            assert!(matches!(task.await, Err(JoinError::Cancelled)));
        }
        notes.borrow_mut().push("both are gone");
    });
    assert_eq!(*log.borrow(), ["the child runs to its next await", "both are gone"]);
}

/// Two tasks, each of which cancels the other when it is dropped.
#[test]
fn two_that_take_each_other_along() {
    struct Cancels(Rc<RefCell<Option<Task<()>>>>, Rc<Cell<u32>>);
    impl Drop for Cancels {
        fn drop(&mut self) {
            self.1.update(|dropped| dropped + 1);
            if let Some(other) = self.0.take() {
                other.cancel_now();
            }
        }
    }
    let dropped = Rc::new(Cell::new(0));
    let count = dropped.clone();
    run(async move {
        let tasks: [Rc<RefCell<Option<Task<()>>>>; 2] = Default::default();
        for (me, other) in [(0, 1), (1, 0)] {
            let cancels = Cancels(tasks[other].clone(), count.clone());
            let task = spawn(async move {
                pending::<()>().await;
                drop(cancels);
            });
            tasks[me].replace(Some(task));
        }
        yield_now().await;
        let first = tasks[0].take().expect("it is there");
        first.cancel_now();
        assert!(matches!(first.await, Err(JoinError::Cancelled)));
        some_turns().await;
    });
    assert_eq!(dropped.get(), 2, "each once");
}

/// Another loop on this thread would have to wait for us: it says so, and ours goes on.
#[test]
fn a_loop_in_a_loop_is_the_end_of_who_tries() {
    run(async {
        let nested = || EventLoop::new().run_until_complete(async {});
        assert!(matches!(
            spawn(async move { nested() }).await,
            Err(JoinError::Panicked(_))
        ));
        call_soon(nested);
        some_turns().await;
        // What belongs to the loop is still found.
        assert!(spawn(sleep(ms(1))).await.is_ok());
    });
}

/// A loop that goes while another one runs. Its tasks use the one that runs.
#[test]
fn a_loop_that_is_dropped_by_a_task_of_another() {
    let uses = Rc::new(Cell::new(0));
    let other = virtual_loop();
    let count = uses.clone();
    let nosy = other.run_until_complete(async move { Nosy::new(&count).await });
    drop(other.spawn(async move {
        pending::<()>().await;
        drop(nosy);
    }));
    other.run_once();
    run(async move {
        drop(other);
        some_turns().await;
    });
    assert_eq!(uses.get(), 1);
}

/// Two loops that take turns on one thread: a task of the one awaits a task and a value of the
/// other.
#[test]
fn a_task_may_await_what_belongs_to_another_loop() {
    let (one, two) = (virtual_loop(), virtual_loop());
    let (sender, receiver) = one.run_until_complete(async { oneshot() });
    let work = one.spawn(async {
        yield_now().await;
        sender.send("a value").expect("somebody waits");
        "a result"
    });
    let waits = two.spawn(async { (work.await.expect("no panic"), receiver.await) });
    two.run_once();
    one.run_once();
    one.run_once();
    assert_eq!(
        two.run_until_complete(waits).expect("no panic"),
        ("a result", Ok("a value"))
    );
}

/// Two loops on two threads, each of which wakes the other as soon as it is awake.
#[test]
fn two_loops_on_two_threads_wake_each_other() {
    const ROUNDS: u32 = 5_000;
    /// Waits until the count is even, or odd, and hands it on.
    fn player(
        odd: u32,
        count: Arc<AtomicU32>,
        mine: mpsc::Sender<Waker>,
        other: mpsc::Receiver<Waker>,
    ) {
        let mut other_waker = None;
        EventLoop::new().run_until_complete(poll_fn(move |cx| {
            if other_waker.is_none() {
                mine.send(cx.waker().clone()).expect("the other is there");
                other_waker = Some(other.recv().expect("the other is there"));
            }
            let waker = other_waker.as_ref().expect("we have it");
            match count.load(Ordering::Acquire) {
                ROUNDS.. => {
                    waker.wake_by_ref();
                    return Poll::Ready(());
                }
                number if number % 2 == odd => {
                    count.store(number + 1, Ordering::Release);
                    waker.wake_by_ref();
                }
                _ => {}
            }
            Poll::Pending
        }));
    }
    let count = Arc::new(AtomicU32::new(0));
    let ((to_one, from_two), (to_two, from_one)) = (mpsc::channel(), mpsc::channel());
    let (done, is_done) = mpsc::channel();
    for (odd, to, from) in [(0, to_two, from_two), (1, to_one, from_one)] {
        let (count, done) = (count.clone(), done.clone());
        thread::spawn(move || {
            player(odd, count, to, from);
            done.send(()).expect("we wait for it");
        });
    }
    for _ in 0..2 {
        let lost = "one of them sleeps on, although it has been woken";
        is_done.recv_timeout(Duration::from_secs(30)).expect(lost);
    }
}

/// A waker that does in `wake` what it must not, and some things that it may.
struct Bold;

impl Wake for Bold {
    fn wake(self: Arc<Self>) {
        drop(spawn(async {}));
        stop();
        EventLoop::new().run_once();
    }
}

#[test]
fn a_waker_that_runs_a_loop_ends_nothing() {
    run(async {
        let bold = Waker::from(Arc::new(Bold));
        let (sender, mut receiver) = oneshot();
        assert!(
            Pin::new(&mut receiver).poll(&mut Context::from_waker(&bold)).is_pending()
        );
        sender.send(()).expect("there is a receiver");
        let mut task = spawn(async {});
        assert!(Pin::new(&mut task).poll(&mut Context::from_waker(&bold)).is_pending());
        Wakeup::Waker(bold).wake();
        some_turns().await;
        assert!(task.is_ended());
    });
}

thread_local! {
    static AT_THE_END: RefCell<Option<EventLoop>> = const { RefCell::new(None) };
}

/// Values of a thread are dropped when it ends, in an order that nobody knows.
#[test]
fn a_loop_may_go_with_its_thread() {
    let gone = thread::spawn(|| {
        let event_loop = virtual_loop();
        event_loop.run_until_complete(async {
            let (sender, receiver) = oneshot::<()>();
            drop(spawn(async {
                sleep(ms(5)).await;
                drop(sender);
            }));
            drop(spawn(async { receiver.await.unwrap_or(()) }));
            yield_now().await;
        });
        AT_THE_END.set(Some(event_loop));
    });
    gone.join().expect("no panic");
}
