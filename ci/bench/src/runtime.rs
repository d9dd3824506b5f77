//! Who takes part.

use crate::workload::{Ability, Workload};

/// A column of the tables.
pub struct Runtime {
    /// As in the tables.
    pub name: &'static str,
    /// What that is.
    pub about: &'static str,
    /// What it is written in, which says how it is started.
    pub language: Language,
    /// What it can do.
    pub abilities: &'static [Ability],
}

/// What a runtime is written in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Language {
    /// Part of this program.
    Rust,
    /// Run by `python/worker.py`, with a tenth of the operations, but for the echoes.
    Python,
}

impl Runtime {
    /// The operations of one turn, or `None` if this runtime does not take part.
    pub fn operations(&self, workload: &Workload, operations: usize) -> Option<usize> {
        if !self.abilities.contains(&workload.kind.needs()) {
            return None;
        }
        match self.language {
            Language::Rust => Some(operations),
            Language::Python if workload.kind.needs() == Ability::Network => {
                Some(operations)
            }
            Language::Python => workload.kind.fits(operations / 10),
        }
    }
}

const TURNS: &[Ability] = &[Ability::Turns];
const TASKS: &[Ability] = &[Ability::Turns, Ability::Tasks];
const ALL_OF_IT: &[Ability] =
    &[Ability::Turns, Ability::Tasks, Ability::Timers, Ability::Network];
const NETWORK: &[Ability] = &[Ability::Network];
const READINESS: &[Ability] = &[Ability::Readiness];

const fn rust(
    name: &'static str,
    about: &'static str,
    abilities: &'static [Ability],
) -> Runtime {
    Runtime { name, about, language: Language::Rust, abilities }
}

const fn python(name: &'static str, about: &'static str) -> Runtime {
    Runtime { name, about, language: Language::Python, abilities: ALL_OF_IT }
}

/// All of them, in the order of the tables.
pub const ALL: &[Runtime] = &[
    rust("ours", "the event loop of chapters 07 and 08", ALL_OF_IT),
    rust("tokio", "tokio's current-thread runtime", ALL_OF_IT),
    rust("smol", "async-executor's LocalExecutor on async-io", ALL_OF_IT),
    rust("localpool", "LocalPool of the futures crate", TASKS),
    rust("compio", "compio, on io_uring", ALL_OF_IT),
    rust("monoio", "monoio, on epoll", ALL_OF_IT),
    rust("monoio-uring", "monoio, on io_uring", NETWORK),
    rust("memory", "boxes visited in turn: no loop, no futures, no tasks", TURNS),
    rust("epoll", "a loop over epoll written by hand: no futures, no tasks", NETWORK),
    python("asyncio", "Python's own event loop"),
    python("uvloop", "asyncio on libuv"),
    rust("select", "the system call select: at most 1 024 descriptors", READINESS),
    rust("poll", "the system call poll, as in chapter 06", READINESS),
    rust("selector", "the selector of Linux, epoll, as in chapter 08", READINESS),
];
