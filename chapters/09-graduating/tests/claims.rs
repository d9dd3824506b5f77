//! What the pages say of tokio, smol and std in a sentence, and no program shows.

use ch07_future_and_handle::{EventLoop, JoinError, sleep, spawn, yield_now};
use ch08_gather_and_select::event_loop;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};
use tokio::time;

const TENTH: Duration = Duration::from_millis(100);

/// A runtime on this thread whose clock jumps.
fn tokios<F: Future>(future: F) -> F::Output {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_time().start_paused(true).build().unwrap().block_on(future)
}

#[test]
fn a_sleep_of_tokios_counts_from_when_it_is_made() {
    tokios(async {
        let start = time::Instant::now();
        let made_early = time::sleep(TENTH);
        time::sleep(TENTH).await;
        made_early.await;
        assert!(start.elapsed() < TENTH * 3 / 2);
    });
}

#[test]
fn a_sleep_of_ours_counts_from_its_first_poll() {
    let start = Instant::now();
    event_loop().unwrap().run_until_complete(async {
        let made_early = ch08_gather_and_select::sleep(TENTH);
        ch08_gather_and_select::sleep(TENTH).await;
        made_early.await;
    });
    assert!(start.elapsed() >= TENTH * 2);
}

#[test]
fn an_interval_of_tokios_ticks_at_once_and_makes_up_for_what_it_missed() {
    tokios(async {
        let start = time::Instant::now();
        let mut interval = time::interval(TENTH);
        interval.tick().await;
        assert_eq!(start.elapsed(), Duration::ZERO);
        time::sleep(TENTH * 7 / 2).await;
        for _ in 0..3 {
            interval.tick().await;
        }
        assert!(start.elapsed() < TENTH * 4, "three at once");
    });
}

#[test]
fn to_drop_a_handle_of_tokios_is_to_let_the_task_run_on() {
    tokios(async {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        drop(tokio::spawn(async move { sender.send(42) }));
        assert_eq!(receiver.await, Ok(42));
    });
}

#[test]
fn to_drop_a_task_of_smols_is_to_cancel_it() {
    let executor = smol::LocalExecutor::new();
    let ran = Rc::new(Cell::new(false));
    let theirs = ran.clone();
    drop(executor.spawn(async move { theirs.set(true) }));
    while executor.try_tick() {}
    assert!(!ran.get());
}

#[test]
fn work_that_blocks_is_not_cancelled_once_it_has_begun() {
    let ((begin, begun), (end, ended)) = (channel(), channel());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let work = tokio::task::spawn_blocking(move || {
            begin.send(()).unwrap();
            std::thread::sleep(TENTH);
            end.send(()).unwrap();
        });
        begun.recv().unwrap();
        work.abort();
    });
    assert_eq!(ended.recv(), Ok(()));
}

#[test]
fn a_channel_of_tokios_runs_on_our_loop() {
    let (sender, mut receiver) = tokio::sync::mpsc::channel(1);
    let received = EventLoop::new().run_until_complete(async move {
        spawn(async move { sender.send(42).await.unwrap() });
        receiver.recv().await
    });
    assert_eq!(received, Some(42));
}

/// The questions: what if nobody awaits my task?
#[test]
fn a_task_that_nobody_awaits_runs_on_until_the_loop_goes() {
    let ran = Rc::new(Cell::new(0));
    let theirs = ran.clone();
    EventLoop::new().run_until_complete(async move {
        drop(spawn(async move {
            loop {
                theirs.update(|turns| turns + 1);
                yield_now().await;
            }
        }));
        for _ in 0..3 {
            yield_now().await;
        }
    });
    assert!(ran.get() >= 3);
    assert_eq!(Rc::strong_count(&ran), 1, "it was dropped with the loop");
}

/// The questions: where did my panic go?
#[test]
fn a_panic_is_in_the_result_of_its_task() {
    let text = EventLoop::new().run_until_complete(async {
        let task = spawn(async { panic!("the soup is cold") });
        match task.await {
            Err(JoinError::Panicked(panic)) => *panic.downcast::<&str>().unwrap(),
            other => panic!("{other:?}"),
        }
    });
    assert_eq!(text, "the soup is cold");
}

/// The questions: why isn't this 100 % CPU?
#[test]
#[cfg(target_os = "linux")]
fn a_loop_that_waits_takes_no_processor() {
    fn processor() -> Duration {
        let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
        let nanoseconds = text.split(' ').next().unwrap().parse().unwrap();
        Duration::from_nanos(nanoseconds)
    }
    let (start, before) = (Instant::now(), processor());
    EventLoop::new().run_until_complete(sleep(TENTH * 5));
    let (passed, worked) = (start.elapsed(), processor() - before);
    assert!(passed >= TENTH * 5);
    assert!(worked < TENTH / 2, "{worked:?} of {passed:?}");
}

/// The questions: why does nothing happen when I call an `async fn`?
#[test]
fn to_call_is_not_to_run() {
    let ran = Cell::new(false);
    let set = async || ran.set(true);
    let future = set();
    assert!(!ran.get());
    smol::block_on(future);
    assert!(ran.get());
}
