//! All of them: order, errors, panics, cancellation.

mod virtual_time;

use ch07_future_and_handle::{JoinError, spawn, time, yield_now};
use ch08_gather_and_select::{
    gather, gather_settled, select, sleep, timeout, try_gather,
};
use std::cell::{Cell, RefCell};
use std::future::{Ready, pending};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use virtual_time::{event_loop, ms, run};

async fn nap(length: u64) -> u64 {
    sleep(ms(length)).await;
    length
}

async fn fail(after: u64) -> Result<u64, u64> {
    Err(nap(after).await)
}

#[test]
fn results_come_in_the_order_of_the_arguments() {
    run(async {
        assert_eq!(gather([nap(30), nap(10), nap(20)]).await, [30, 10, 20]);
        assert_eq!(time(), ms(30));
    });
}

#[test]
fn of_nothing_there_is_nothing() {
    run(async {
        assert!(gather([] as [Ready<u8>; 0]).await.is_empty());
        assert!(gather_settled([] as [Ready<u8>; 0]).await.is_empty());
        assert_eq!(try_gather([] as [Ready<Result<u8, u8>>; 0]).await, Ok(vec![]));
    });
}

#[test]
fn nested() {
    run(async {
        let inner = |from: u64| gather((from..from + 3).map(nap));
        let outer = gather([inner(10), inner(20)]).await;
        assert_eq!(outer, [[10, 11, 12], [20, 21, 22]]);
        assert_eq!(time(), ms(22));
    });
}

#[test]
fn they_run_before_anybody_awaits_them() {
    run(async {
        let naps = gather([nap(10), nap(20)]);
        sleep(ms(30)).await;
        assert_eq!(naps.await, [10, 20]);
        assert_eq!(time(), ms(30));
    });
}

#[test]
fn the_first_error_comes_at_once_and_the_others_run_on() {
    let done = Rc::new(Cell::new(false));
    let slow = done.clone();
    run(async move {
        let slow = async move {
            nap(30).await;
            slow.set(true);
            Ok(30)
        };
        type Boxed = std::pin::Pin<Box<dyn Future<Output = Result<u64, u64>>>>;
        let all: [Boxed; 3] = [Box::pin(slow), Box::pin(fail(20)), Box::pin(fail(10))];
        assert_eq!(try_gather(all).await, Err(10));
        assert_eq!(time(), ms(10));
        nap(40).await;
    });
    assert!(done.get(), "the slow one has been thrown away");
}

/// Both fail in the same turn: who came first among the arguments ran first.
#[test]
fn of_two_errors_at_the_same_time_the_first_counts() {
    async fn boom(number: u8) -> Result<(), u8> {
        Err(number)
    }
    assert_eq!(run(async { try_gather([boom(1), boom(2)]).await }), Err(1));
}

async fn divide(by: u32) -> u32 {
    sleep(ms(u64::from(by))).await;
    60 / by
}

#[test]
fn a_panic_goes_to_who_awaits() {
    let event_loop = event_loop();
    let done = Rc::new(Cell::new(0));
    let counter = done.clone();
    let result = catch_unwind(AssertUnwindSafe(|| {
        event_loop.run_until_complete(async move {
            let divide = |by| {
                let counter = counter.clone();
                async move {
                    divide(by).await;
                    counter.update(|done| done + 1);
                }
            };
            gather([divide(2), divide(0), divide(3)]).await
        })
    }));
    let panic = result.expect_err("a panic");
    let message = panic.downcast_ref::<&str>().expect("a message");
    assert_eq!(*message, "attempt to divide by zero");
    assert_eq!(done.get(), 0);
    event_loop.run_until_complete(nap(10));
    assert_eq!(done.get(), 2, "the others run on");
}

#[test]
fn settled_a_panic_is_a_result() {
    run(async {
        let results = gather_settled([divide(2), divide(0), divide(3)]).await;
        assert!(matches!(results[..], [Ok(30), Err(JoinError::Panicked(_)), Ok(20)]));
    });
}

/// Notes down that it goes, and when.
struct Home(&'static str, Rc<RefCell<Vec<String>>>);

impl Drop for Home {
    fn drop(&mut self) {
        self.1.borrow_mut().push(format!("{} at {}", self.0, time().as_millis()));
    }
}

#[test]
fn whoever_drops_a_gather_has_waited_for_the_cleanup() {
    let log = Rc::new(RefCell::new(Vec::new()));
    let notes = log.clone();
    run(async move {
        let party = |name| {
            let home = Home(name, notes.clone());
            async move {
                pending::<()>().await;
                drop(home);
            }
        };
        let parties = gather([party("lake"), party("woods")]);
        assert!(timeout(ms(10), parties).await.is_err());
        notes.borrow_mut().push("called off".into());
    });
    assert_eq!(*log.borrow(), ["lake at 10", "woods at 10", "called off"]);
}

#[test]
fn to_cancel_the_task_that_gathers_cancels_all() {
    let log = Rc::new(RefCell::new(Vec::new()));
    let notes = log.clone();
    run(async move {
        let party = |name| {
            let home = Home(name, notes.clone());
            async move {
                pending::<()>().await;
                drop(home);
            }
        };
        let nested =
            [gather([party("a"), party("b")]), gather([party("c"), party("d")])];
        let search = spawn(gather(nested));
        sleep(ms(5)).await;
        search.cancel();
        assert!(matches!(search.await, Err(JoinError::Cancelled)));
    });
    assert_eq!(*log.borrow(), ["a at 5", "b at 5", "c at 5", "d at 5"]);
}

/// The task that runs is the one that ends the gather to which it belongs.
#[test]
fn a_child_may_drop_its_own_gather() {
    run(async {
        let family = Rc::new(RefCell::new(None));
        let parent = family.clone();
        let child = async move {
            sleep(ms(1)).await;
            drop(parent.take());
            // It is cancelled at its next await.
            yield_now().await;
            unreachable!("nobody is there to be told");
        };
        let gathered: std::pin::Pin<Box<dyn Future<Output = Vec<()>>>> =
            Box::pin(gather([child]));
        family.replace(Some(gathered));
        sleep(ms(10)).await;
        assert!(family.borrow().is_none());
    });
}

#[test]
fn a_gather_is_an_argument_like_others() {
    run(async {
        let all = gather([nap(10), nap(20)]);
        select(all, nap(15)).await;
        assert_eq!(time(), ms(15));
    });
}

#[test]
fn a_hundred_thousand() {
    let sum: u64 = run(async { gather((0..100_000).map(|n| async move { n })).await })
        .iter()
        .sum();
    assert_eq!(sum, 4_999_950_000);
}
