//! A task that waits for a line of text.

use ch02_coroutines::{Coroutine, CoroutineState};
use ch05_syscalls::{Reply, Trap, trap};
use ch06_sleep_and_io::WaitRead;
use std::rc::Rc;

struct Hiker {
    word: Rc<String>,
}

impl Coroutine<Reply> for Hiker {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        trap(WaitRead(self.word.clone()))
    }
}

fn main() {}
