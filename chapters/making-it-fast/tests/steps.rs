//! Each step does the same, in the same order; and does it in the way that it claims.

use ch07_future_and_handle::yield_now;
use making_it_fast::{
    Asking, Batches, Bell, Local, OneBox, Real, SlotNumbers, Spare, Step, Textbook,
};
use std::collections::BTreeSet;
use std::future::{pending, poll_fn};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::task::{Poll, Waker};
use std::thread;
use std::time::Duration;

/// What the tasks of a program write down.
type Log = Arc<Mutex<Vec<String>>>;

fn write(log: &Log, line: impl Into<String>) {
    log.lock().unwrap().push(line.into());
}

/// Runs a function with each of the steps, and says what each gave.
macro_rules! each {
    ($function:ident) => {
        [
            (Textbook::NAME, $function::<Textbook>()),
            (Bell::NAME, $function::<Bell>()),
            (Local::NAME, $function::<Local>()),
            (SlotNumbers::NAME, $function::<SlotNumbers>()),
            (Batches::NAME, $function::<Batches>()),
            (Spare::NAME, $function::<Spare>()),
            (OneBox::NAME, $function::<OneBox>()),
            (Asking::<1>::NAME, $function::<Asking<1>>()),
            (Asking::<64>::NAME, $function::<Asking<64>>()),
            (Real::NAME, $function::<Real>()),
        ]
    };
}

#[track_caller]
fn all_give<T: PartialEq + std::fmt::Debug>(given: [(&str, T); 10], expected: T) {
    for (name, given) in given {
        assert_eq!(given, expected, "{name}");
    }
}

#[test]
fn results_come_to_whoever_awaits_them() {
    fn sum<S: Step>() -> u32 {
        S::run(async {
            let tasks: Vec<_> = (1..=100).map(|n| S::spawn(async move { n })).collect();
            let mut sum = 0;
            for task in tasks.into_iter().rev() {
                sum += task.await;
            }
            sum
        })
    }
    all_give(each!(sum), 5050);
}

#[test]
fn tasks_take_turns_in_the_order_in_which_they_became_ready() {
    fn turns<S: Step>() -> Vec<String> {
        let log = Log::default();
        let task = |name: &'static str, turns: u32, log: Log| async move {
            for turn in 1..=turns {
                write(&log, format!("{name}{turn}"));
                yield_now().await;
            }
        };
        let program = {
            let log = log.clone();
            async move {
                let ann = S::spawn(task("a", 3, log.clone()));
                let bob = S::spawn(task("b", 1, log.clone()));
                let cid = S::spawn(task("c", 2, log.clone()));
                write(&log, "root");
                cid.await;
                write(&log, "root after c");
                ann.await;
                bob.await;
            }
        };
        S::run(program);
        Arc::into_inner(log).unwrap().into_inner().unwrap()
    }
    let order = ["root", "a1", "b1", "c1", "a2", "c2", "a3", "root after c"];
    all_give(each!(turns), order.map(String::from).to_vec());
}

#[test]
fn a_task_spawns_another_and_lets_it_go() {
    fn relay<S: Step>() -> Vec<String> {
        let log = Log::default();
        let notes = log.clone();
        S::run(async move {
            let first = async move {
                let second = notes.clone();
                drop(S::spawn(async move { write(&second, "second") }));
                write(&notes, "first");
            };
            S::spawn(first).await;
            yield_now().await;
        });
        Arc::into_inner(log).unwrap().into_inner().unwrap()
    }
    all_give(each!(relay), vec!["first".into(), "second".into()]);
}

#[test]
fn a_crowd_after_a_crowd() {
    fn crowds<S: Step>() -> usize {
        S::run(async {
            let mut sum = 0;
            for crowd in 0..50 {
                let tasks = (0..crowd).map(|n| S::spawn(async move { n }));
                let tasks: Vec<_> = tasks.collect();
                for task in tasks {
                    sum += task.await;
                }
            }
            sum
        })
    }
    let expected = (0..50).map(|crowd| (0..crowd).sum::<usize>()).sum();
    all_give(each!(crowds), expected);
}

/// Waits until another thread has come by.
async fn visit(delay: Duration) {
    let came = Arc::new(AtomicUsize::new(0));
    let mut visitor = None;
    poll_fn(|cx| {
        if came.load(SeqCst) > 0 {
            return Poll::Ready(());
        }
        visitor.get_or_insert_with(|| {
            let (waker, came) = (cx.waker().clone(), came.clone());
            thread::spawn(move || {
                thread::sleep(delay);
                came.store(1, SeqCst);
                waker.wake();
            })
        });
        Poll::Pending
    })
    .await;
}

#[test]
fn another_thread_wakes_a_loop_that_sleeps() {
    fn visits<S: Step>() {
        S::run(async {
            for n in 0..100 {
                S::spawn(visit(Duration::from_micros(10 * (n % 3)))).await;
            }
        });
    }
    all_give(each!(visits), ());
}

#[test]
fn another_thread_is_heard_by_a_loop_that_is_busy() {
    fn busy<S: Step>() {
        S::run(async {
            let visit = S::spawn(visit(Duration::from_millis(1)));
            let came = Arc::new(AtomicUsize::new(0));
            let seen = came.clone();
            drop(S::spawn(async move {
                while seen.load(SeqCst) == 0 {
                    yield_now().await;
                }
            }));
            visit.await;
            came.store(1, SeqCst);
            yield_now().await;
        });
    }
    all_give(each!(busy), ());
}

#[test]
fn what_never_ends_is_dropped_with_the_loop() {
    fn left<S: Step>() -> usize {
        let shared = Arc::new(());
        let held = shared.clone();
        S::run(async move {
            drop(S::spawn(async move {
                let _held = held;
                pending::<()>().await;
            }));
            yield_now().await;
        });
        Arc::strong_count(&shared)
    }
    all_give(each!(left), 1);
}

#[test]
fn in_slots_two_wakes_before_a_turn_make_one() {
    fn polls<S: Step>() -> usize {
        let polls = Arc::new(AtomicUsize::new(0));
        let counted = polls.clone();
        S::run(async move {
            let twice = poll_fn(move |cx| {
                if counted.fetch_add(1, SeqCst) == 0 {
                    cx.waker().wake_by_ref();
                    cx.waker().wake_by_ref();
                }
                if counted.load(SeqCst) < 3 { Poll::Pending } else { Poll::Ready(()) }
            });
            drop(S::spawn(twice));
            for _ in 0..4 {
                yield_now().await;
            }
        });
        polls.load(SeqCst)
    }
    let polls = each!(polls).map(|(_, polls)| polls);
    assert_eq!(polls, [3, 3, 3, 2, 2, 2, 2, 2, 2, 2]);
}

/// How many wakers ten tasks are polled with, of which some keep theirs.
fn wakers<S: Step>(keepers: usize) -> usize {
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let noted = seen.clone();
    S::run(async move {
        let task = |n: usize| {
            let noted = noted.clone();
            let mut kept: Option<Waker> = None;
            let mut turns = 0;
            poll_fn(move |cx| {
                noted.lock().unwrap().insert(cx.waker().data() as usize);
                if n < keepers {
                    kept.get_or_insert_with(|| cx.waker().clone());
                }
                turns += 1;
                if turns == 3 {
                    return Poll::Ready(());
                }
                cx.waker().wake_by_ref();
                Poll::Pending
            })
        };
        // Nobody awaits them: that would keep the waker of whoever does.
        (0..10).for_each(|n| drop(S::spawn(task(n))));
        for _ in 0..4 {
            yield_now().await;
        }
    });
    seen.lock().unwrap().len()
}

#[test]
fn without_keepers_one_waker_serves_all() {
    fn none_kept<S: Step>() -> usize {
        wakers::<S>(0)
    }
    let wakers = each!(none_kept).map(|(_, wakers)| wakers);
    assert_eq!(wakers, [10, 10, 10, 10, 10, 1, 1, 1, 1, 1]);
}

#[test]
fn only_those_who_keep_a_waker_get_one() {
    fn three_kept<S: Step>() -> usize {
        wakers::<S>(3)
    }
    let wakers = each!(three_kept).map(|(_, wakers)| wakers);
    assert_eq!(wakers, [10, 10, 10, 10, 10, 4, 4, 4, 4, 4]);
}

#[test]
fn in_one_box_nothing_but_a_number_is_kept_for_the_result() {
    let big = OneBox::run(async { size_of_val(&OneBox::spawn(async { [0; 1000] })) });
    assert_eq!(big, 16, "a slot's number, and the loop");
}
