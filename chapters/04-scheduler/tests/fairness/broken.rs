//! Schedulers with one classic fault each, and the tests that show that the property finds it.

use crate::acts::{Body, Subject};
use crate::search;
use ch01_generators::CoroutineState::Yielded;
use ch03_task::{Task, Tid};
use ch04_scheduler::Turn;
use std::collections::{BTreeMap, VecDeque};

#[derive(Clone, Copy, PartialEq)]
enum Fault {
    /// Takes the next task from the end at which it puts the last one.
    Lifo,
    /// Stops at the number of a killed task instead of skipping it.
    StaleNumber,
    /// Gives a task that is ready already a second place in the queue.
    DoubleWake,
}

struct Broken {
    fault: Fault,
    tasks: BTreeMap<Tid, Task>,
    ready: VecDeque<Tid>,
    created: u64,
}

impl Subject for Broken {
    fn create(&mut self, body: Body) -> Tid {
        self.created += 1;
        let tid = Tid::new(self.created);
        self.tasks.insert(tid, Task::new(tid, "body", body));
        self.ready.push_back(tid);
        tid
    }

    fn kill(&mut self, tid: Tid) {
        self.tasks.remove(&tid);
    }

    fn wake(&mut self, tid: Tid) {
        if self.fault == Fault::DoubleWake && self.tasks.contains_key(&tid) {
            self.ready.push_back(tid);
        }
    }

    fn step(&mut self) -> Option<Turn<()>> {
        let tid = match self.fault {
            Fault::Lifo => self.ready.pop_back()?,
            _ => self.ready.pop_front()?,
        };
        let Some(task) = self.tasks.get_mut(&tid) else {
            return if self.fault == Fault::StaleNumber { None } else { self.step() };
        };
        let state = task.resume();
        match state {
            Yielded(_) => self.ready.push_back(tid),
            _ => drop(self.tasks.remove(&tid)),
        }
        Some(Turn { tid, state })
    }
}

/// What proptest finds out about a scheduler with this fault.
fn counterexample(fault: Fault) -> String {
    let broken = || -> Box<dyn Subject> {
        Box::new(Broken {
            fault,
            tasks: BTreeMap::new(),
            ready: VecDeque::new(),
            created: 0,
        })
    };
    let found = search(&broken);
    let found =
        found.expect_err("the property holds, so it does not exclude this fault");
    println!("{found}");
    found
}

#[test]
fn lifo_instead_of_fifo() {
    assert!(counterexample(Fault::Lifo).contains("0 turns between two of"));
}

#[test]
fn stopping_at_a_stale_number() {
    assert!(counterexample(Fault::StaleNumber).contains("nobody ran, and"));
}

#[test]
fn a_double_wake() {
    assert!(counterexample(Fault::DoubleWake).contains("turns between two of"));
}
