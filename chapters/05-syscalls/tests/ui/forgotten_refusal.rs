//! A parent who expects that a wait can end in only one way.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch05_syscalls::{Reply, Trap, WaitTask, trap};

struct Parent;

impl Coroutine<Reply> for Parent {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        match reply {
            Reply::Done => Complete(()),
            Reply::Tid(child) => trap(WaitTask(child)),
            Reply::Exited(exit) => {
                println!("the child {exit}");
                Complete(())
            }
        }
    }
}

fn main() {}
