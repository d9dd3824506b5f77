//! The exercises of chapter 06. One alone: `cargo test -p ex06-sleep-and-io telegrams`.

mod on_the_hour;
mod patience;
mod telegrams;
mod wake_up_calls;

use ch02_coroutines::{Coroutine, CoroutineState};
use ch05_syscalls::{Kernel, Reply, Trap};
use ch06_sleep_and_io::{Clock, Reactor};
use std::time::Duration;

/// A task made of a function: it is called for each turn, with the turn's number
/// from 1.
struct Turns<F>(F, u32);

impl<F: FnMut(u32) -> CoroutineState<Trap, ()>> Coroutine<Reply> for Turns<F> {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        self.1 += 1;
        (self.0)(self.1)
    }
}

fn turns<F: FnMut(u32) -> CoroutineState<Trap, ()>>(turn: F) -> Turns<F> {
    Turns(turn, 0)
}

/// A kernel on a virtual clock.
fn kernel() -> Kernel {
    let mut kernel = Kernel::new();
    kernel.attach(Reactor::new(Clock::stopped()));
    kernel
}

fn now(kernel: &mut Kernel) -> Duration {
    kernel.device::<Reactor>().expect("it was attached").now()
}

fn minutes(count: u64) -> Duration {
    Duration::from_secs(60 * count)
}
