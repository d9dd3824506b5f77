use crate::Kernel;
use ch03_task::Tid;
use std::error::Error;
use std::fmt;

/// Tasks are left, none of them can go on, and nothing outside can change that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadlock {
    /// Every task that is left, the oldest first.
    pub stuck: Vec<Stuck>,
}

/// A task that waits in vain.
///
/// ```
/// use ch03_task::Tid;
/// use ch05_syscalls::Stuck;
///
/// let (tid, name) = (Tid::new(1), "left".into());
/// let stuck = Stuck { tid, name, waits_for: Some(Tid::new(2)) };
/// assert_eq!(stuck.to_string(), "task 1 (left) waits for task 2 to end");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// Its number.
    pub tid: Tid,
    /// Its name.
    pub name: String,
    /// The task whose end it waits for, if that is what it waits for.
    pub waits_for: Option<Tid>,
}

impl Deadlock {
    /// Takes down every task that is left.
    pub(crate) fn of(kernel: &Kernel) -> Self {
        let stuck = kernel.tasks().map(|(tid, name)| Stuck {
            tid,
            name: name.into(),
            waits_for: kernel.waits_for(tid),
        });
        Deadlock { stuck: stuck.collect() }
    }
}

impl fmt::Display for Deadlock {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("deadlock:")?;
        self.stuck.iter().try_for_each(|stuck| write!(f, "\n  {stuck}"))
    }
}

impl fmt::Display for Stuck {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "task {} ({}) waits for ", self.tid, self.name)?;
        match self.waits_for {
            Some(other) => write!(f, "task {other} to end"),
            None => f.write_str("a reply that nobody will send"),
        }
    }
}

impl Error for Deadlock {}
