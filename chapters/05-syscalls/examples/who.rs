//! Two castaways wake up and ask who they are.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch04_scheduler::trace;
use ch05_syscalls::{Deadlock, GetTid, Kernel, Reply, Trap, trap};

/// Asks for its number, says it, and ends.
struct Castaway {
    name: &'static str,
    asked: bool,
}

impl Castaway {
    fn new(name: &'static str) -> Self {
        let asked = false;
        Castaway { name, asked }
    }
}

impl Coroutine<Reply> for Castaway {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        if !self.asked {
            println!("{}: who am I?", self.name);
            self.asked = true;
            return trap(GetTid);
        }
        match reply {
            Reply::Tid(me) => println!("{}: I am task {me}", self.name),
            other => panic!("unexpected reply: {other:?}"),
        }
        Complete(())
    }
}

fn main() -> Result<(), Deadlock> {
    trace::init();
    let mut kernel = Kernel::new();
    kernel.create_task("red", Castaway::new("red"));
    kernel.create_task("blue", Castaway::new("blue"));
    kernel.run()
}
