//! What `gather`, `select`, `timeout` and `interval` promise.
use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::*;
use ch08_gather_and_select::{
    Selector, gather, select_all, sleep, timeout, try_gather,
};
use std::cell::RefCell;
use std::future::pending;
use std::rc::Rc;
use std::time::Duration;

fn run<F: Future<Output: 'static> + 'static>(future: F) -> F::Output {
    let selector = Selector::new(Clock::stopped()).unwrap();
    EventLoop::with_driver(selector).run_until_complete(future)
}

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

#[test]
fn results_in_the_order_of_the_arguments() {
    run(async {
        let naps = [30, 10, 20].map(|n| async move {
            sleep(ms(n)).await;
            n
        });
        assert_eq!(gather(naps).await, [30, 10, 20]);
        assert_eq!(time(), ms(30));
        assert!(gather(Vec::<std::future::Ready<u8>>::new()).await.is_empty());
    });
}

#[test]
fn the_first_error_at_once_while_the_others_run_on() {
    let log = Rc::new(RefCell::new(vec![]));
    let seen = log.clone();
    run(async move {
        let works = [(30, true), (10, false)].map(|(n, ok)| {
            let seen = seen.clone();
            async move {
                sleep(ms(n)).await;
                seen.borrow_mut().push(n);
                if ok { Ok(n) } else { Err(n) }
            }
        });
        assert_eq!(try_gather(works).await, Err(10));
        assert_eq!(time(), ms(10));
        sleep(ms(100)).await;
    });
    assert_eq!(*log.borrow(), [10, 30]);
}

#[test]
fn a_cancelled_gather_has_cancelled_its_tasks() {
    struct Bell(Rc<RefCell<u32>>);
    impl Drop for Bell {
        fn drop(&mut self) {
            *self.0.borrow_mut() += 1;
        }
    }
    run(async {
        let dropped = Rc::new(RefCell::new(0));
        let tasks = [1, 2, 3].map(|_| {
            let bell = Bell(dropped.clone());
            async move {
                let _bell = bell;
                pending::<()>().await;
            }
        });
        let all = timeout(ms(5), gather(tasks)).await;
        assert!(all.is_err());
        assert_eq!(*dropped.borrow(), 3);
    });
}

#[test]
fn a_panic_in_a_gather() {
    let result = std::panic::catch_unwind(|| {
        run(async {
            gather([1, 0].map(|n| async move {
                sleep(ms(n)).await;
                assert!(n > 0, "on purpose");
            }))
            .await;
        });
    });
    let panic = result.unwrap_err();
    assert_eq!(panic.downcast_ref::<&str>(), Some(&"on purpose"));
}

#[test]
fn the_first_of_many() {
    run(async {
        assert_eq!(select_all([30, 10, 20].map(|n| sleep(ms(n)))).await, (1, ()));
        assert_eq!(time(), ms(10));
    });
}
