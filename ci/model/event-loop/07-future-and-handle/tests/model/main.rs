//! Random programs on the event loop, under the virtual clock, and on a model that keeps
//! asyncio's order: the same happens, in the same order and time, and nothing is left.

mod body;
mod broken;
mod list;

use body::{Boxed, Layer};
use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, JoinError, ThreadDriver, sleep};
use model::{Program, event_loop, for_tasks, search};
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
    if let Err(difference) = search(programs, &for_tasks(), agrees) {
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
