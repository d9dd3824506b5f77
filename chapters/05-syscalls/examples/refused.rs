//! An apprentice tries whom he can get rid of, and whom he can wait for.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch04_scheduler::trace;
use ch05_syscalls::{Deadlock, Kernel, KillTask, Reply, Trap, WaitTask, Yield, trap};

/// Yields so many times, then ends.
struct Doze(u32);

impl Coroutine<Reply> for Doze {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        if self.0 == 0 {
            return Complete(());
        }
        self.0 -= 1;
        trap(Yield)
    }
}

const PLANS: [(&str, &str, u64); 7] = [
    ("dismiss", "the master", 1),
    ("dismiss", "himself", 2),
    ("dismiss", "the broom", 3),
    ("dismiss", "task 99", 99),
    ("dismiss", "the candle", 4),
    ("wait for", "the master", 1),
    ("wait for", "the candle", 4),
];

/// Carries out one plan after the other.
struct Apprentice {
    next: usize,
}

impl Coroutine<Reply> for Apprentice {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        match reply {
            Reply::Refused(why) => println!("  {why}"),
            _ if self.next > 0 => println!("  very well"),
            _ => {}
        }
        let Some((verb, whom, number)) = PLANS.get(self.next) else {
            return Complete(());
        };
        println!("{verb} {whom}");
        self.next += 1;
        match (*verb, Tid::new(*number)) {
            ("dismiss", tid) => trap(KillTask(tid)),
            (_, tid) => trap(WaitTask(tid)),
        }
    }
}

fn main() -> Result<(), Deadlock> {
    trace::init();
    let mut kernel = Kernel::new();
    kernel.create_task("master", Doze(20));
    kernel.create_task("apprentice", Apprentice { next: 0 });
    kernel.create_task("broom", Doze(0));
    kernel.create_task("candle", Doze(u32::MAX));
    kernel.run()
}
