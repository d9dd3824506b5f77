//! Outer and inner coroutine both clean up. Who is first?

use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch02_coroutines::{Coroutine, yield_from};
use std::convert::Infallible;

/// Prints its text when it is dropped.
struct OnDrop(&'static str);

impl Drop for OnDrop {
    fn drop(&mut self) {
        println!("  {}", self.0);
    }
}

fn do_and_undo(doing: &str, undoing: &'static str) -> OnDrop {
    println!("  {doing}");
    OnDrop(undoing)
}

/// The inner one. It needs its lamp from the first room on.
#[derive(Default)]
struct Round {
    lamp: Option<OnDrop>,
}

impl Coroutine<&str> for Round {
    type Yield = ();
    type Return = Infallible;

    fn resume_with(&mut self, room: &str) -> CoroutineState<(), Infallible> {
        self.lamp
            .get_or_insert_with(|| do_and_undo("lights the lamp", "puts out the lamp"));
        println!("  {room}: all quiet");
        Yielded(())
    }
}

/// Locks the door in a `drop` of its own.
#[derive(Default)]
struct OwnDrop {
    round: Round,
    unlocked: bool,
}

impl Drop for OwnDrop {
    fn drop(&mut self) {
        if self.unlocked {
            println!("  locks the door");
        }
    }
}

impl Coroutine<&str> for OwnDrop {
    type Yield = ();
    type Return = Infallible;

    fn resume_with(&mut self, room: &str) -> CoroutineState<(), Infallible> {
        if !self.unlocked {
            println!("  unlocks the door");
            self.unlocked = true;
        }
        Complete(yield_from!(self.round, room))
    }
}

/// Locks it by a guard below the inner one.
#[derive(Default)]
struct GuardBelow {
    round: Round,
    door: Option<OnDrop>,
}

impl Coroutine<&str> for GuardBelow {
    type Yield = ();
    type Return = Infallible;

    fn resume_with(&mut self, room: &str) -> CoroutineState<(), Infallible> {
        self.door
            .get_or_insert_with(|| do_and_undo("unlocks the door", "locks the door"));
        Complete(yield_from!(self.round, room))
    }
}

fn main() {
    println!("the outer one first:");
    let mut watchman = OwnDrop::default();
    watchman.resume_with("hall");
    drop(watchman);

    println!("the inner one first:");
    let mut watchman = GuardBelow::default();
    watchman.resume_with("hall");
    drop(watchman);
}
