//! Random programs with gather, select and timeouts on the event loop with a selector, under
//! the virtual clock, and on a model of it: the same happens, in the same order and time, and
//! nothing is left.

#[path = "../../07-future-and-handle/tests/model/body.rs"]
mod body;

use body::{Boxed, Layer};
use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, JoinError};
use ch08_gather_and_select::{
    Either, Selector, gather_settled, select, sleep, timeout,
};
use model::{Program, for_event_loop, quick_event_loop, search};
use std::time::Duration;

/// All that chapter 08 has.
struct Full;

impl Layer for Full {
    fn sleep(time: Duration) -> Boxed<()> {
        Box::pin(sleep(time))
    }

    fn gather(all: Vec<Boxed<()>>) -> Boxed<Vec<Result<(), JoinError>>> {
        Box::pin(gather_settled(all))
    }

    fn select(one: Boxed<String>, other: Boxed<String>) -> Boxed<String> {
        Box::pin(async {
            match select(one, other).await {
                Either::Left(what) | Either::Right(what) => what,
            }
        })
    }

    fn timeout(limit: Duration, wait: Boxed<String>) -> Boxed<Option<String>> {
        Box::pin(async move { timeout(limit, wait).await.ok() })
    }
}

fn agrees(program: &Program) -> Result<(), String> {
    let selector = Selector::new(Clock::stopped()).expect("a selector");
    let real = EventLoop::with_driver(selector);
    body::agrees::<Full>(program, real, &quick_event_loop(program))
}

fn the_event_loop_agrees(programs: u32) {
    if let Err(difference) = search(programs, &for_event_loop(), agrees) {
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
