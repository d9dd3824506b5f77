//! Two polite people at a door: each waits for the other to have gone.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch04_scheduler::trace;
use ch05_syscalls::{Kernel, Reply, SystemCall, Trap, trap};

/// `WaitTask` without the rule: it waits for anybody, of whatever age.
struct AfterYou(Tid);

impl SystemCall for AfterYou {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        kernel.reply_on_exit(caller, self.0);
    }
}

/// Goes through the door once the other has.
struct Polite {
    name: &'static str,
    other: Tid,
}

impl Coroutine<Reply> for Polite {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        match reply {
            Reply::Exited(_) => {
                println!("{}: thank you", self.name);
                Complete(())
            }
            _ => {
                println!("{}: after you", self.name);
                trap(AfterYou(self.other))
            }
        }
    }
}

fn main() {
    trace::init();
    let mut kernel = Kernel::new();
    for (name, other) in [("count", 2), ("baron", 1)] {
        let other = Tid::new(other);
        kernel.create_task(name, Polite { name, other });
    }
    match kernel.run() {
        Ok(()) => println!("both are through"),
        Err(deadlock) => println!("{deadlock}"),
    }
}
