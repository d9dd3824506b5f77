//! The first of several: who wins, and what becomes of the losers.

mod virtual_time;

use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, oneshot, spawn, time, yield_now};
use ch08_gather_and_select::{Either, Selector, gather, select, select_all, sleep};
use std::cell::Cell;
use std::future::{pending, ready};
use std::rc::Rc;
use std::time::Duration;
use virtual_time::{ms, run};

#[test]
fn a_tie_goes_to_the_first() {
    run(async {
        assert_eq!(select(ready("tea"), ready("coffee")).await, Either::Left("tea"));
    });
}

#[test]
fn a_tie_in_a_list_goes_to_the_first() {
    run(async {
        assert_eq!(select_all([ready("tea"), ready("coffee")]).await, (0, "tea"));
    });
}

#[test]
fn the_second_may_starve() {
    run(async {
        let (bell, mut closing) = oneshot();
        bell.send("we are closing").expect("somebody listens");
        for _ in 0..1000 {
            let first = select(ready("a beer"), &mut closing).await;
            assert_eq!(first, Either::Left("a beer"));
        }
        let first = select(&mut closing, ready("a beer")).await;
        assert_eq!(first, Either::Left(Ok("we are closing")));
    });
}

#[test]
fn three_of_different_types() {
    let winner = run(async {
        let letter = async { 'S' };
        match select(sleep(ms(1)), select(pending::<String>(), letter)).await {
            Either::Left(()) => "the time".into(),
            Either::Right(Either::Left(word)) => word,
            Either::Right(Either::Right(letter)) => format!("the letter {letter}"),
        }
    });
    assert_eq!(winner, "the letter S");
}

/// Says so when it goes.
struct Flag(Rc<Cell<u32>>);

impl Drop for Flag {
    fn drop(&mut self) {
        self.0.update(|dropped| dropped + 1);
    }
}

#[test]
fn losers_are_dropped_before_the_winner_is_told() {
    let dropped = Rc::new(Cell::new(0));
    let flag = |ms: u64| {
        let flag = Flag(dropped.clone());
        async move {
            sleep(Duration::from_millis(ms)).await;
            drop(flag);
        }
    };
    let naps = [flag(30), flag(10), flag(20)];
    let counter = dropped.clone();
    run(async move {
        assert_eq!(select_all(naps).await, (1, ()));
        assert_eq!(counter.get(), 3);
        assert_eq!(time(), ms(10));
    });
}

#[test]
fn the_second_is_not_started_if_the_first_is_ready() {
    run(async {
        let never = async { panic!("nobody asked") };
        assert_eq!(select(ready(1), never).await, Either::Left::<_, ()>(1));
    });
}

/// Each loser is asked again and again, and wakes whoever asked last.
#[test]
fn a_loser_can_be_kept_and_moved_to_another_task() {
    run(async {
        let (sender, receiver) = oneshot();
        let mut receiver = Box::pin(receiver);
        for _ in 0..3 {
            assert_eq!(
                select(receiver.as_mut(), sleep(ms(1))).await,
                Either::Right(())
            );
        }
        let elsewhere = spawn(receiver);
        yield_now().await;
        sender.send("hello").expect("somebody listens");
        assert_eq!(elsewhere.await.expect("no panic"), Ok("hello"));
    });
}

#[test]
fn a_sleep_that_was_polled_here_wakes_its_new_owner() {
    run(async {
        let mut nap = Box::pin(sleep(ms(20)));
        assert_eq!(select(nap.as_mut(), sleep(ms(5))).await, Either::Right(()));
        let elsewhere = spawn(nap);
        elsewhere.await.expect("no panic");
        assert_eq!(time(), ms(20));
    });
}

#[test]
fn the_losers_timers_are_gone() {
    let selector = Selector::new(Clock::stopped()).expect("a selector");
    let event_loop = EventLoop::with_driver(selector);
    event_loop.run_until_complete(async {
        gather((0..100).map(|_| select(sleep(ms(1)), sleep(ms(3_600_000))))).await;
    });
    // If one were left, this would jump there.
    event_loop.run_until_complete(async { sleep(ms(1)).await });
    assert!(event_loop.time() < ms(10), "{:?}", event_loop.time());
}

#[test]
#[should_panic(expected = "select_all needs at least one future")]
fn the_first_of_none() {
    run(async { select_all([] as [std::future::Ready<()>; 0]).await });
}
