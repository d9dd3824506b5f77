//! The smallest device: a bell that rings when nobody else has anything to do.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch04_scheduler::trace;
use ch05_syscalls::{Deadlock, Device, Kernel, Reply, SystemCall, Trap, Yield, trap};

/// Rings for all who wait, but only when it may take its time.
#[derive(Default)]
struct Bell {
    waiting: Vec<Tid>,
}

impl Device for Bell {
    fn is_waited_for(&self) -> bool {
        !self.waiting.is_empty()
    }

    fn take_woken(&mut self, block: bool) -> Vec<(Tid, Reply)> {
        println!("  bell: block = {block}");
        let woken = if block { 0.. } else { self.waiting.len().. };
        self.waiting.drain(woken).map(|tid| (tid, Reply::Done)).collect()
    }

    fn forget(&mut self, tid: Tid) {
        self.waiting.retain(|waiting| *waiting != tid);
    }
}

/// Waits for the bell.
struct WaitBell;

impl SystemCall for WaitBell {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        match kernel.device::<Bell>() {
            Ok(bell) => bell.waiting.push(caller),
            Err(refusal) => {
                kernel.reply(caller, Reply::Refused(refusal));
            }
        }
    }
}

/// Says a line a turn, and stops as it is told to in between.
struct Person {
    lines: std::slice::Iter<'static, &'static str>,
    stop: fn() -> CoroutineState<Trap, ()>,
}

impl Coroutine<Reply> for Person {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        let Some(line) = self.lines.next() else { return Complete(()) };
        println!("{line}");
        if self.lines.len() == 0 { Complete(()) } else { (self.stop)() }
    }
}

fn main() -> Result<(), Deadlock> {
    trace::init();
    let mut kernel = Kernel::new();
    kernel.attach(Bell::default());
    let lines = ["sleeper: good night", "sleeper: good morning"].iter();
    kernel.create_task("sleeper", Person { lines, stop: || trap(WaitBell) });
    let lines = ["worker: saws", "worker: planes", "worker: done"].iter();
    kernel.create_task("worker", Person { lines, stop: || trap(Yield) });
    kernel.run()
}
