//! Tea has to draw for a second. One guest asks the clock again and again, the
//! other sleeps.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch05_syscalls::{Deadlock, Kernel, Reply, SystemCall, Trap, Yield, trap};
use ch06_sleep_and_io::{Clock, Reactor, Sleep};
use rustix::time::{ClockId, clock_gettime};
use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

const DRAW: Duration = Duration::from_secs(1);

/// Waits for the tea by making one call over and over.
struct Guest<C> {
    call: fn() -> C,
    since: Instant,
    turns: Rc<Cell<u32>>,
}

impl<C: SystemCall + 'static> Coroutine<Reply> for Guest<C> {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        self.turns.set(self.turns.get() + 1);
        if self.since.elapsed() >= DRAW {
            return Complete(());
        }
        trap((self.call)())
    }
}

/// The time for which a core has worked for this process.
fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::try_from(time).expect("not negative")
}

fn tea<C: SystemCall + 'static>(name: &str, call: fn() -> C) -> Result<(), Deadlock> {
    let (since, worked, turns) = (Instant::now(), cpu_time(), Rc::default());
    let mut kernel = Kernel::new();
    kernel.attach(Reactor::new(Clock::system()));
    kernel.create_task(name, Guest { call, since, turns: Rc::clone(&turns) });
    kernel.run()?;
    let (waited, worked) = (since.elapsed(), cpu_time() - worked);
    let (waited, worked, turns) = (waited.as_millis(), worked.as_millis(), turns.get());
    println!("{name:<6} {waited:>5} ms waited, {worked:>4} ms of CPU, {turns} turns");
    Ok(())
}

fn main() -> Result<(), Deadlock> {
    tea("asks", || Yield)?;
    tea("sleeps", || Sleep(DRAW))
}
