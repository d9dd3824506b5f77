//! A keeper who takes whatever comes for the number of his lamp.

use ch02_coroutines::{Coroutine, CoroutineState};
use ch05_syscalls::{KillTask, Reply, Trap, trap};

struct Keeper;

impl Coroutine<Reply> for Keeper {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        trap(KillTask(reply))
    }
}

fn main() {}
