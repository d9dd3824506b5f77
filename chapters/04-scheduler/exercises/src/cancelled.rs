// Check it: cargo test -p ex04-scheduler cancelled

//! This kitchen has run for a year without a complaint. Since last week
//! guests may cancel an order, and since last week the cook goes home early
//! on some nights, with pots on the stove.
//!
//! "I stop when nobody is ready", says the cook. Find out why that is not
//! true, and mend it.

use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{Complete, Yielded};
use ch03_task::{Task, Tid};
use ch04_scheduler::Turn;
use std::collections::{BTreeMap, VecDeque};

/// A small scheduler of its own, with one task for each order.
#[derive(Default)]
pub struct Kitchen {
    orders: BTreeMap<Tid, Task>,
    ready: VecDeque<Tid>,
    taken: u64,
}

impl Kitchen {
    /// Takes an order. Cooking it begins when its turn comes.
    pub fn order(
        &mut self,
        name: &str,
        dish: impl Generator<Yield = (), Return = ()> + 'static,
    ) -> Tid {
        self.taken += 1;
        let tid = Tid::new(self.taken);
        self.orders.insert(tid, Task::new(tid, name, dish));
        self.ready.push_back(tid);
        tid
    }

    /// Takes a dish off the stove. Says whether it was still there.
    pub fn cancel(&mut self, tid: Tid) -> bool {
        self.orders.remove(&tid).is_some()
    }

    /// Gives the first order that is ready one turn. `None` if none is ready.
    pub fn step(&mut self) -> Option<Turn<()>> {
        let tid = self.ready.pop_front()?;
        let task = self.orders.get_mut(&tid)?;
        let state = task.resume();
        match state {
            Yielded(()) => self.ready.push_back(tid),
            Complete(_) => drop(self.orders.remove(&tid)),
        }
        Some(Turn { tid, state })
    }
}
