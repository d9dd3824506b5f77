//! Random programs on the event loop, under the virtual clock, and on a model that keeps
//! asyncio's order: the same happens, in the same order and time, and nothing is left.

mod body;
mod broken;
mod list;

use body::{Boxed, Layer};
use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, JoinError, ThreadDriver, sleep};
use model::{MANY, Program, event_loop, for_tasks, on_asyncio, portable, search};
use std::path::Path;
use std::time::Duration;

/// Chapter 07 has no more than a sleep.
struct Plain;

impl Layer for Plain {
    fn sleep(time: Duration) -> Boxed<()> {
        Box::pin(sleep(time))
    }

    fn gather(_: Vec<Boxed<()>>) -> Boxed<Vec<Result<(), JoinError>>> {
        unreachable!("chapter 08 has it")
    }

    fn select(_: Boxed<String>, _: Boxed<String>) -> Boxed<String> {
        unreachable!("chapter 08 has it")
    }

    fn timeout(_: Duration, _: Boxed<String>) -> Boxed<Option<String>> {
        unreachable!("chapter 08 has it")
    }
}

fn agrees(program: &Program) -> Result<(), String> {
    let real = EventLoop::with_driver(ThreadDriver::new(Clock::stopped()));
    body::agrees::<Plain>(program, real, &event_loop(program))
}

fn the_event_loop_agrees(programs: u32) {
    if let Err(difference) = search(programs, &for_tasks(1..6), agrees) {
        panic!("{difference}");
    }
}

#[test]
fn the_event_loop_and_the_model_agree() {
    the_event_loop_agrees(1_000);
}

#[test]
#[ignore = "100 000 programs"]
fn the_event_loop_and_the_model_agree_on_a_hundred_thousand() {
    the_event_loop_agrees(100_000);
}

/// Not by way of the model: what asyncio prints is what happens here.
fn asyncio_agrees(count: usize) {
    let programs = portable(count, &for_tasks(MANY));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some(runs) = on_asyncio(&programs, folder) else { return };
    for (program, mut lines) in programs.iter().zip(runs) {
        let last = lines.pop().expect("a last line");
        let real = EventLoop::with_driver(ThreadDriver::new(Clock::stopped()));
        let (log, time) = body::ends::<Plain>(program, real).expect("nothing is left");
        assert_eq!(log, lines, "{program}");
        assert_eq!(format!("the end, at {}", time.as_millis()), last, "{program}");
    }
}

#[test]
fn the_event_loop_and_asyncio_agree() {
    asyncio_agrees(100);
}

#[test]
#[ignore = "2 000 programs"]
fn the_event_loop_and_asyncio_agree_on_thousands() {
    asyncio_agrees(2_000);
}
