use crate::{Clock, TimerKey, Timers};
use ch03_task::Tid;
use ch05_syscalls::{Device, Reply};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::AsFd;
use rustix::io::Errno;
use std::collections::BTreeMap;
use std::fmt;
use std::iter;
use std::rc::Rc;
use std::time::Duration;
use tracing::debug;

/// A virtual clock must not jump while bytes are on their way: so long, of real
/// time, nothing may arrive.
const QUIET: Duration = Duration::from_millis(5);

/// The device that knows when a task can go on: when its time has come, or its
/// socket is ready.
///
/// ```
/// use ch05_syscalls::Kernel;
/// use ch06_sleep_and_io::{Clock, Reactor};
///
/// let mut kernel = Kernel::new();
/// kernel.attach(Reactor::new(Clock::system()));
/// ```
pub struct Reactor {
    clock: Clock,
    timers: Timers<Tid>,
    /// Who sleeps, and on which timer.
    sleepers: BTreeMap<Tid, TimerKey>,
    /// Who waits for a socket.
    waits: BTreeMap<Tid, Wait>,
}

/// What one task waits for.
struct Wait {
    /// Held while the task waits, so that nobody can close it underneath.
    socket: Rc<dyn AsFd>,
    interest: Interest,
}

/// What a task wants to do with a socket.
#[derive(Clone, Copy)]
pub(crate) enum Interest {
    Read,
    Write,
}

impl Reactor {
    /// A reactor that goes by this clock.
    pub fn new(clock: Clock) -> Self {
        Reactor {
            clock,
            timers: Timers::new(),
            sleepers: BTreeMap::new(),
            waits: BTreeMap::new(),
        }
    }

    /// The time since the clock's start.
    pub fn now(&self) -> Duration {
        self.clock.now()
    }

    /// Will wake `tid` when this much time has passed.
    pub(crate) fn sleep(&mut self, tid: Tid, duration: Duration) {
        debug!(task = tid.number(), on = ?duration, "block");
        let deadline = self.now().saturating_add(duration);
        self.sleepers.insert(tid, self.timers.insert(deadline, tid));
    }

    /// Will wake `tid` when it can do with `socket` what it wants to.
    pub(crate) fn wait(&mut self, tid: Tid, socket: Rc<dyn AsFd>, interest: Interest) {
        debug!(task = tid.number(), on = %interest, "block");
        self.waits.insert(tid, Wait { socket, interest });
    }

    /// How long `poll` may sleep. `None`: until a socket is ready.
    fn patience(&self, block: bool) -> Option<Duration> {
        if !block {
            return Some(Duration::ZERO);
        }
        let deadline = self.timers.next_deadline()?;
        Some(match self.clock {
            Clock::System(_) => deadline.saturating_sub(self.now()),
            Clock::Virtual(_) if self.waits.is_empty() => Duration::ZERO,
            Clock::Virtual(_) => QUIET,
        })
    }

    /// Asks the operating system who can go on, and sleeps in it if we may.
    fn poll(&self, block: bool) -> Vec<Tid> {
        let mut fds: Vec<PollFd> = self.waits.values().map(Wait::poll_fd).collect();
        loop {
            let patience = self.patience(block);
            let timeout = patience.and_then(|time| Timespec::try_from(time).ok());
            match poll(&mut fds, timeout.as_ref()) {
                Ok(_) => break,
                // A signal came in between. It is not what we were waiting for.
                Err(Errno::INTR) => {}
                // It cannot say who is ready. Let all of them try: a try does no harm.
                Err(_) => return self.waits.keys().copied().collect(),
            }
        }
        let polled = self.waits.keys().zip(&fds);
        let ready = polled.filter(|(_, fd)| !fd.revents().is_empty());
        let ready = ready.map(|(tid, _)| *tid);
        ready.inspect(|tid| debug!(task = tid.number(), "io")).collect()
    }

    /// All wait, and nothing has arrived: on a virtual clock, it is time for the
    /// next timer.
    fn pass_time(&mut self) {
        if let Some(deadline) = self.timers.next_deadline() {
            self.clock.jump(deadline);
        }
    }

    /// Takes out the timers that are due.
    fn take_due(&mut self) -> Vec<Tid> {
        let now = self.now();
        let due = iter::from_fn(|| self.timers.pop_due(now));
        due.inspect(|tid| debug!(task = tid.number(), at = ?now, "timer")).collect()
    }
}

impl Wait {
    fn poll_fd(&self) -> PollFd<'_> {
        let flags = match self.interest {
            Interest::Read => PollFlags::IN,
            Interest::Write => PollFlags::OUT,
        };
        PollFd::from_borrowed_fd(self.socket.as_fd(), flags)
    }
}

impl fmt::Display for Interest {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Interest::Read => "something to read",
            Interest::Write => "room to write",
        })
    }
}

impl Device for Reactor {
    fn is_waited_for(&self) -> bool {
        !self.timers.is_empty() || !self.waits.is_empty()
    }

    fn take_woken(&mut self, block: bool) -> Vec<(Tid, Reply)> {
        loop {
            let ready = self.poll(block);
            if block && ready.is_empty() {
                self.pass_time();
            }
            let woken = [ready, self.take_due()].concat();
            if !block || !woken.is_empty() {
                woken.iter().for_each(|tid| self.forget(*tid));
                return woken.into_iter().map(|tid| (tid, Reply::Done)).collect();
            }
        }
    }

    fn forget(&mut self, tid: Tid) {
        self.waits.remove(&tid);
        if let Some(key) = self.sleepers.remove(&tid) {
            self.timers.cancel(key);
        }
    }
}
