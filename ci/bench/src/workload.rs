//! What is raced. `list` has all of it.

mod list;

pub use list::ALL;

/// One line of the list.
pub struct Workload {
    /// What to type: `cargo race yield-100`. `cargo race yield` means all that begin so.
    pub name: &'static str,
    /// What one operation is.
    pub about: &'static str,
    /// What is done.
    pub kind: Kind,
    /// How many operations one turn has.
    pub operations: usize,
    /// The same with `--quick`. `None`: left out there, unless asked for by name.
    pub quick: Option<usize>,
    /// What a turn measures.
    pub measures: &'static [Measure],
}

/// A number that a turn brings; lower is better.
pub struct Measure {
    /// Appended to the workload's name.
    pub suffix: &'static str,
    /// What is counted.
    pub unit: &'static str,
    /// What ours is to reach.
    pub bars: &'static [Bar],
}

/// An upper limit for ours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bar {
    /// The median of the paired ratios to this runtime.
    Ratio(&'static str, f64),
    /// The median itself.
    Absolute(f64),
    /// The ratio of our median to our median in this other workload.
    Flat(&'static str, f64),
}

/// What a workload does; `workloads/` has one file for each family.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// So many tasks yield in turns.
    Yield { tasks: usize },
    /// Tasks are spawned and joined, so many at once.
    Spawn { at_once: usize },
    /// One `gather` of futures that each yield once.
    Gather,
    /// Two tasks send each other values through `oneshot`s.
    PingPong,
    /// Tasks that each sleep once, all at the same time.
    Sleepers,
    /// Timers are created, then all cancelled, in random order.
    Cancel,
    /// A thousand timers; each new one replaces the oldest.
    Churn,
    /// Another thread wakes a task again and again, without a pause.
    WakeBusy,
    /// Another thread wakes a task whose loop has gone to sleep.
    WakeParked,
    /// A TCP server echoes.
    Echo { connections: usize },
    /// Tasks wait for ever.
    Idle,
    /// One wait for a socket that is ready, beside others that are not.
    Sockets { idle: usize },
}

impl Kind {
    /// What a runtime must be able to do.
    pub fn needs(self) -> Ability {
        match self {
            Kind::Yield { .. } => Ability::Turns,
            Kind::Sleepers | Kind::Cancel | Kind::Churn => Ability::Timers,
            Kind::Echo { .. } => Ability::Network,
            Kind::Sockets { .. } => Ability::Readiness,
            _ => Ability::Tasks,
        }
    }

    /// So many operations, if there is at least one for each task or connection.
    pub fn fits(self, operations: usize) -> Option<usize> {
        let least = match self {
            Kind::Yield { tasks } => tasks,
            Kind::Spawn { at_once } => at_once,
            Kind::Echo { connections } => 2 * connections,
            _ => 1,
        };
        (operations >= least).then_some(operations)
    }
}

/// What a runtime may be able to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ability {
    /// Let each task have its turn.
    Turns,
    /// Spawn, join, gather, be woken.
    Tasks,
    /// Sleep.
    Timers,
    /// Serve TCP connections.
    Network,
    /// Say which sockets are ready.
    Readiness,
}
