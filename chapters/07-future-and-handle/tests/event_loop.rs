//! The loop's order, and what becomes of tasks.
use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::*;
use std::cell::RefCell;
use std::future::pending;
use std::rc::Rc;
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
