//! A call that borrows from the task that makes it.

use ch02_coroutines::{Coroutine, CoroutineState};
use ch03_task::Tid;
use ch05_syscalls::{Kernel, Reply, SystemCall, Trap, trap};

/// Prints a line.
struct Say<'a>(&'a str);

impl SystemCall for Say<'_> {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        println!("task {caller}: {}", self.0);
        kernel.reply(caller, Reply::Done);
    }
}

struct Parrot {
    words: String,
}

impl Coroutine<Reply> for Parrot {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        trap(Say(&self.words))
    }
}

fn main() {}
