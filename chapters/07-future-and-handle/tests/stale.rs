//! A wakeup that comes too late reaches nobody, or somebody who can bear it.
use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::*;
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;
use std::thread;

fn run<F: Future<Output: 'static> + 'static>(future: F) -> F::Output {
    EventLoop::with_driver(ThreadDriver::new(Clock::stopped()))
        .run_until_complete(future)
}

/// Lets a task poll the receiver, and end. Its slot is noted down there.
async fn polled_by_another(mut receiver: Receiver<()>) -> Receiver<()> {
    let task = spawn(async move {
        poll_fn(|cx| {
            assert!(Pin::new(&mut receiver).poll(cx).is_pending());
            Poll::Ready(())
        })
        .await;
        (receiver, "as it is")
    });
    task.await.unwrap().0
}

#[test]
fn two_letters_for_one_task() {
    run(async {
        let task = spawn(poll_fn({
            let mut first = true;
            move |cx| {
                if !std::mem::take(&mut first) {
                    return Poll::Ready(());
                }
                let waker = cx.waker().clone();
                thread::spawn(move || (waker.wake_by_ref(), waker.wake()))
                    .join()
                    .unwrap();
                Poll::Pending
            }
        }));
        drop(task);
        // The letters are read when nobody is ready.
        sleep(std::time::Duration::from_millis(1)).await;
        sleep(std::time::Duration::from_millis(1)).await;
        let tasks: Vec<_> = (0..4).map(|i| spawn(async move { i })).collect();
        for (i, task) in tasks.into_iter().enumerate() {
            assert_eq!(task.await.unwrap(), i);
        }
    });
}

#[test]
fn a_stale_wakeup_for_an_empty_slot() {
    run(async {
        let (sender, receiver) = oneshot();
        let receiver = polled_by_another(receiver).await;
        // Nobody is in the slot of the task that polled.
        sender.send(()).unwrap();
        yield_now().await;
        yield_now().await;
        drop(receiver);
        let tasks: Vec<_> = (0..4).map(|i| spawn(async move { i })).collect();
        for (i, task) in tasks.into_iter().enumerate() {
            assert_eq!(task.await.unwrap(), i);
        }
    });
}

/// The one who polled first is still there, so that no other has that slot.
#[test]
fn who_polled_last_is_woken() {
    run(async {
        let (sender, mut receiver) = oneshot();
        poll_fn(|cx| {
            assert!(Pin::new(&mut receiver).poll(cx).is_pending());
            Poll::Ready(())
        })
        .await;
        let awaits = spawn(receiver);
        yield_now().await;
        sender.send(()).unwrap();
        yield_now().await;
        yield_now().await;
        assert!(awaits.is_ended(), "the one was woken who had polled before");
    });
}

#[test]
fn a_stale_wakeup_does_not_call_a_done_callback() {
    run(async {
        let (sender, receiver) = oneshot();
        let receiver = polled_by_another(receiver).await;
        let (other, value) = oneshot::<()>();
        let called = Rc::new(Cell::new(false));
        let call = called.clone();
        value.add_done_callback(move || call.set(true));
        sender.send(()).unwrap();
        yield_now().await;
        yield_now().await;
        assert!(!called.get(), "its own value is not there yet");
        drop((other, receiver));
        yield_now().await;
        assert!(called.get());
    });
}

#[test]
fn a_stale_wakeup_does_not_end_the_run() {
    let event_loop = EventLoop::with_driver(ThreadDriver::new(Clock::stopped()));
    let (sender, receiver) = event_loop.run_until_complete(async {
        let (sender, receiver) = oneshot();
        (sender, polled_by_another(receiver).await)
    });
    // The slot of the one that waited goes to what ends the next run.
    event_loop.call_soon(|| {});
    event_loop.run_until_complete(async move {
        sender.send(()).unwrap();
        yield_now().await;
        yield_now().await;
        yield_now().await;
        drop(receiver);
    });
}
