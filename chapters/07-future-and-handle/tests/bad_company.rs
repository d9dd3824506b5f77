//! Tasks that others would suffer from: the loop says who they are, or stops them.
use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{
    Cancelled, EventLoop, JoinError, ThreadDriver, oneshot, sleep, spawn, yield_now,
};
use std::future::pending;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::Command;
use std::rc::Rc;
use std::time::Duration;

/// A program in which `dig` never gives way.
fn hoarder() -> Command {
    let test = std::env::current_exe().unwrap();
    Command::new(test.ancestors().nth(2).unwrap().join("examples/hoarder"))
}

#[test]
fn a_task_that_never_gives_way_is_named() {
    let output = hoarder().output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    let warning = stderr.lines().find(|line| line.starts_with("warning: "));
    let warning = warning.expect("a warning about `dig`");
    assert!(
        warning.starts_with("warning: dig kept all others waiting for "),
        "{warning}"
    );
}

/// As in `hoarder 2>&1 | head -1`, when `head` has gone.
#[test]
fn a_warning_that_nobody_reads_ends_nothing() {
    let (nobody, stderr) = std::io::pipe().unwrap();
    drop(nobody);
    let output = hoarder().stderr(stderr).output().unwrap();
    assert!(output.status.success(), "the loop has gone down with its warning");
}

#[test]
fn whoever_spawns_without_end_meets_the_limit_and_others_do_not() {
    let event_loop = EventLoop::new();
    event_loop.set_limit(1000);
    event_loop.run_until_complete(async {
        let polite = spawn(async {
            yield_now().await;
            "polite"
        });
        let greedy = spawn(async {
            loop {
                drop(spawn(pending::<()>()));
            }
        });
        let error = greedy.await.expect_err("there is a limit");
        let JoinError::Panicked(panic) = error else { panic!("not cancelled") };
        let message = panic.downcast_ref::<String>().unwrap();
        assert_eq!(message, "the event loop may hold 1000 tasks, and is full");
        assert_eq!(polite.await.unwrap(), "polite");
    });
}

/// The limit counts callbacks, too: the page about bad company asks for it.
#[test]
fn a_sleep_needs_a_slot() {
    let event_loop = EventLoop::with_driver(ThreadDriver::new(Clock::stopped()));
    event_loop.set_limit(1000);
    let outcomes = |tasks: usize| {
        event_loop.run_until_complete(async move {
            let nap = || spawn(sleep(Duration::from_millis(1)));
            let tasks: Vec<_> = (0..tasks).map(|_| nap()).collect();
            let (mut well, mut panicked) = (0, 0);
            for task in tasks {
                match task.await {
                    Ok(()) => well += 1,
                    Err(_) => panicked += 1,
                }
            }
            (well, panicked)
        })
    };
    assert_eq!(outcomes(998), (0, 998));
    assert_eq!(outcomes(499), (499, 0));
}

#[test]
fn so_many_as_the_limit_says_and_not_one_more() {
    let event_loop = EventLoop::new();
    event_loop.set_limit(10);
    let spawn_one = || drop(event_loop.spawn(pending::<()>()));
    (0..10).for_each(|_| spawn_one());
    assert!(catch_unwind(AssertUnwindSafe(spawn_one)).is_err(), "an eleventh of ten");
}

/// What is refused is dropped, and its sender wakes its receiver: that needs the slots.
#[test]
fn who_is_refused_may_own_the_hopes_of_others() {
    let event_loop = EventLoop::new();
    event_loop.set_limit(10);
    event_loop.run_until_complete(async {
        let (sender, receiver) = oneshot::<()>();
        let hopeful = spawn(receiver);
        yield_now().await; // it waits
        let greedy = spawn(async {
            let _all: Vec<_> = (0..10).map(|_| spawn(pending::<()>())).collect();
        });
        assert!(greedy.await.is_err(), "the tenth has no room");
        let refused = spawn(async { spawn(async { sender.send(()) }).await });
        assert!(refused.await.is_err(), "nor has this one");
        assert_eq!(hopeful.await.unwrap(), Err(Cancelled));
    });
}

#[test]
fn who_ends_makes_room_for_another() {
    let event_loop = EventLoop::new();
    event_loop.set_limit(10);
    let alive = Rc::new(());
    let last = alive.clone();
    event_loop.run_until_complete(async move {
        for _ in 0..1000 {
            let alive = alive.clone();
            spawn(async move { drop(alive) }).await.unwrap();
        }
    });
    assert_eq!(Rc::strong_count(&last), 1);
}
