//! A slot goes to the next job only when nobody can mistake it any more.
use ch07_future_and_handle::{EventLoop, Task, spawn, yield_now};
use std::cell::RefCell;
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

#[test]
fn a_task_may_drop_its_own_handle_while_it_runs() {
    let total = EventLoop::new().run_until_complete(async {
        let own: Rc<RefCell<Option<Task<()>>>> = Rc::default();
        let total = Rc::new(RefCell::new(0));
        let (handle, sum) = (own.clone(), total.clone());
        let task = spawn(async move {
            drop(handle.take());
            // If the slot were free already, these would get it.
            let children = [1, 2, 3].map(|n| spawn(async move { n }));
            for child in children {
                *sum.borrow_mut() += child.await.unwrap();
            }
        });
        *own.borrow_mut() = Some(task);
        for _ in 0..9 {
            yield_now().await;
        }
        total.take()
    });
    assert_eq!(total, 6);
}

#[test]
fn a_late_wake_of_an_empty_slot_does_not_give_it_away_twice() {
    use ch07_future_and_handle::Wakeup;
    EventLoop::new().run_until_complete(async {
        spawn(async {}).await.unwrap();
        for slot in 0..9 {
            Wakeup::Slot(slot).wake();
        }
        // We stand before the empty slot in the queue. After the second yield it had its turn.
        yield_now().await;
        yield_now().await;
        let tasks = [1, 2, 3, 4].map(|n| spawn(async move { n }));
        for (task, n) in tasks.into_iter().zip(1..) {
            assert_eq!(task.await.unwrap(), n);
        }
    });
}

/// Ends, and stands in the queue once more.
async fn ends_in_the_queue() -> &'static str {
    poll_fn(|cx| {
        cx.waker().wake_by_ref();
        Poll::Ready("a result")
    })
    .await
}

#[test]
fn who_ends_in_the_queue_gives_the_slot_back_when_it_comes_out() {
    let event_loop = EventLoop::new();
    event_loop.set_limit(10);
    event_loop.run_until_complete(async {
        for _ in 0..1000 {
            drop(spawn(ends_in_the_queue()));
            yield_now().await;
            yield_now().await;
        }
    });
}

/// The result is taken, the number comes out of the queue, and still there is a handle: who got
/// the slot now could be cancelled with it.
#[test]
fn a_handle_keeps_the_slot_though_its_result_is_taken() {
    EventLoop::new().run_until_complete(async {
        let mut task = spawn(ends_in_the_queue());
        yield_now().await;
        let result = poll_fn(|cx| Pin::new(&mut task).poll(cx)).await;
        assert_eq!(result.unwrap(), "a result");
        yield_now().await;
        let other = spawn(async {
            yield_now().await;
            "another"
        });
        task.cancel();
        task.cancel_now();
        assert_eq!(other.await.unwrap(), "another");
    });
}
