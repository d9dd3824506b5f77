use crate::Wakeup;
use crate::core::Core;
use crate::waker::SlotWaker;
use std::hint;
use std::mem;
use std::sync::atomic::Ordering;

/// So many steps a busy loop takes before it asks the driver who else can go on.
const ASK_EVERY: usize = 64;

/// So often a loop looks into its inbox before it goes to sleep.
const SPINS: u32 = 100;

/// What the loop itself needs, turn by turn.
pub(crate) struct Turns {
    /// What runs in this turn.
    batch: Vec<u32>,
    woken: Vec<Wakeup>,
    /// The waker of all tasks whose waker nobody keeps.
    spare: SlotWaker,
    /// Steps since the driver was asked.
    steps: usize,
    /// Whether another thread ended the last sleep. It may be about to do so again.
    spin: bool,
}

impl Turns {
    pub(crate) fn new(core: &Core) -> Self {
        Turns {
            batch: Vec::new(),
            woken: Vec::new(),
            spare: SlotWaker::new(&core.remote),
            steps: 0,
            spin: false,
        }
    }

    /// One turn: finds out who can go on, and runs all who are ready by then. Who becomes
    /// ready meanwhile waits for the next turn.
    pub(crate) fn run_once(&mut self, core: &Core) {
        if self.steps >= ASK_EVERY {
            self.ask(core, false);
        }
        if core.is_idle() {
            self.park(core);
        }
        mem::swap(&mut self.batch, &mut core.slots.borrow_mut().ready);
        // A turn counts as a step: it may run nobody.
        self.steps += self.batch.len() + 1;
        for number in self.batch.drain(..) {
            core.step(number, &mut self.spare);
        }
    }

    /// Nobody is ready: sleeps until somebody is.
    fn park(&mut self, core: &Core) {
        if mem::take(&mut self.spin) && spin(core) {
            self.spin = true;
            return;
        }
        // First we say that we sleep, then we look into the inbox a last time. Another
        // thread does it the other way round, so one of us sees what the other did.
        core.remote.parked.swap(true, Ordering::AcqRel);
        if core.read_inbox() {
            core.remote.parked.swap(false, Ordering::AcqRel);
            self.spin = true;
        } else {
            self.ask(core, true);
        }
    }

    /// Asks the driver who can go on, and sleeps there if we may.
    fn ask(&mut self, core: &Core, block: bool) {
        self.steps = 0;
        core.driver.borrow_mut().wait(block, &mut self.woken);
        core.remote.parked.swap(false, Ordering::AcqRel);
        self.spin |= core.read_inbox();
        self.woken.drain(..).for_each(|wakeup| core.wake(wakeup));
    }
}

fn spin(core: &Core) -> bool {
    (0..SPINS).any(|_| {
        hint::spin_loop();
        core.read_inbox()
    })
}
