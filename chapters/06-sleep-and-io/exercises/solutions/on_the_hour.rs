//! A cuckoo calls, which takes it a while, and then sleeps for an hour. So the
//! second call is a little late, the third a little more, and by the end of the
//! week it calls noon at ten past.
//!
//! It should not sleep *for* an hour, but *until* the next one. There is no call
//! for that: write it.

use ch02_coroutines::{Coroutine, CoroutineState};
use ch03_task::Tid;
use ch05_syscalls::{Kernel, Reply, SystemCall, Trap, trap};
use ch06_sleep_and_io::{Reactor, Sleep};
use std::time::Duration;

/// Goes on at this time of the reactor's clock, or at once if it is later already.
/// Replies as [`Sleep`] does, also where there is no reactor.
pub struct SleepUntil(pub Duration);

impl SystemCall for SleepUntil {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        // TODO: ask the reactor what time it is, and let `Sleep` handle the rest: its `handle` can be called like any method
        let now = kernel.device::<Reactor>().map_or(Duration::ZERO, |r| r.now());
        let rest = self.0.saturating_sub(now);
        Box::new(Sleep(rest)).handle(caller, kernel);
        // END
    }
}

/// Calls at every full hour, for ever. The first time at one o'clock.
pub struct Cuckoo {
    hour: Duration,
    /// How long one call takes.
    song: Duration,
    /// How often it has called.
    calls: u32,
    /// What the last turn began. It begins with sleep, as if it had just sung.
    singing: bool,
    call: fn(u32),
}

impl Cuckoo {
    /// A cuckoo that says its number by `call`.
    pub fn new(hour: Duration, song: Duration, call: fn(u32)) -> Self {
        Cuckoo { hour, song, calls: 0, singing: true, call }
    }
}

impl Coroutine<Reply> for Cuckoo {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        self.singing = !self.singing;
        if self.singing {
            self.calls += 1;
            (self.call)(self.calls);
            return trap(Sleep(self.song));
        }
        // TODO: sleep until the next call is due
        trap(SleepUntil(self.hour * (self.calls + 1)))
        // END
    }
}
