//! The plainest device that tasks can sleep in, a list; and what can be wrong with one.

use ch03_task::Tid;
use ch05_syscalls::{Device, Kernel, Reply, SystemCall, Trap};
use std::mem;
use std::time::Duration;

/// A clock that jumps to the first deadline when all wait.
#[derive(Default)]
pub(crate) struct Alarm {
    pub(crate) fault: Option<Fault>,
    pub(crate) now: Duration,
    /// Until when, and who, in the order in which they came.
    pub(crate) asleep: Vec<(Duration, Tid)>,
    /// Whether it has woken somebody twice.
    pub(crate) snoozed: bool,
}

/// What is wrong with an alarm.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Fault {
    /// Of those who are due together, one is woken and the others are dropped.
    LostWakeup,
    /// The first who are woken stay on the list for another time.
    WokenTwice,
    /// Who was killed stays on the list.
    LeftRegistered,
    /// At equal deadlines, who came last is woken first.
    Lifo,
    /// It waits for the first deadline although somebody is ready.
    Impatient,
}

impl Device for Alarm {
    fn is_waited_for(&self) -> bool {
        !self.asleep.is_empty()
    }

    fn take_woken(&mut self, block: bool) -> Vec<(Tid, Reply)> {
        self.asleep.sort_by_key(|(deadline, _)| *deadline);
        if block || self.fault == Some(Fault::Impatient) {
            self.now = self.now.max(self.asleep[0].0);
        }
        let due = self.asleep.partition_point(|(deadline, _)| *deadline <= self.now);
        let mut woken: Vec<_> = self.asleep.drain(..due).collect();
        match self.fault {
            Some(Fault::LostWakeup) => woken.truncate(1),
            Some(Fault::Lifo) => woken.reverse(),
            // Once is enough. Otherwise it would ring for the dead for ever.
            Some(Fault::WokenTwice)
                if block && !mem::replace(&mut self.snoozed, true) =>
            {
                let again = self.now.saturating_add(SNOOZE);
                self.asleep.extend(woken.iter().map(|(_, tid)| (again, *tid)));
            }
            _ => {}
        }
        woken.into_iter().map(|(_, tid)| (tid, Reply::Done)).collect()
    }

    fn forget(&mut self, tid: Tid) {
        // The kernel says it also of those who have just been woken.
        let keeps = [Fault::LeftRegistered, Fault::WokenTwice].map(Some);
        if !keeps.contains(&self.fault) {
            self.asleep.retain(|(_, sleeper)| *sleeper != tid);
        }
    }
}

/// When an alarm that wakes twice rings again.
const SNOOZE: Duration = Duration::from_millis(1);

/// Sleeps in the alarm.
struct Sleep(Duration);

impl SystemCall for Sleep {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        let alarm: &mut Alarm = kernel.device().expect("it was attached");
        alarm.asleep.push((alarm.now.saturating_add(self.0), caller));
    }
}

/// The call of a task that wants to sleep so long.
pub(crate) fn sleep(time: Duration) -> Trap {
    Box::new(Sleep(time))
}
