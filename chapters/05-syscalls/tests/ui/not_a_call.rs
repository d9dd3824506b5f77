//! A task that yields a number, as the generators of chapter 01 did.

use ch02_coroutines::{Coroutine, CoroutineState};
use ch05_syscalls::{Reply, Trap, trap};

struct Counter(u32);

impl Coroutine<Reply> for Counter {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        self.0 += 1;
        trap(self.0)
    }
}

fn main() {}
