//! What is done to a scheduler, and what came of it.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};
use ch03_task::Tid;
use ch04_scheduler::{Scheduler, Turn};
use proptest::prelude::*;
use std::panic::resume_unwind;

/// One thing done to a scheduler from outside.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Act {
    /// Create a task that returns in the turn after this many.
    Create(u32),
    /// Create one that panics in the turn after this many.
    CreateToPanic(u32),
    /// Kill one of those alive: this one, counted round and round.
    Kill(usize),
    /// Make one of them ready, which it is already.
    Wake(usize),
    /// Give one turn.
    Step,
}

/// Some acts in a row, about as many turns as all the others together.
pub(crate) fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        4 => Just(Act::Step),
        1 => (0..4u32).prop_map(Act::Create),
        1 => (0..4u32).prop_map(Act::CreateToPanic),
        1 => (0..9usize).prop_map(Act::Kill),
        1 => (0..9usize).prop_map(Act::Wake),
    ];
    prop::collection::vec(act, 0..60)
}

/// Yields so many times, and then ends in one way or the other.
pub(crate) struct Body {
    turns: u32,
    panics: bool,
}

impl Generator for Body {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        if self.turns == 0 {
            if self.panics {
                // A panic without the hook's message: there will be thousands.
                resume_unwind(Box::new("as the story wants it"));
            }
            return Complete(());
        }
        self.turns -= 1;
        Yielded(())
    }
}

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Event {
    Created(Tid),
    Ran(Tid),
    Ended(Tid),
    Idle,
}

/// What a scheduler must be able to do to be tested.
pub(crate) trait Subject {
    fn create(&mut self, body: Body) -> Tid;
    fn kill(&mut self, tid: Tid);
    fn wake(&mut self, tid: Tid);
    fn step(&mut self) -> Option<Turn<()>>;
}

impl Subject for Scheduler {
    fn create(&mut self, body: Body) -> Tid {
        self.create_task("body", body)
    }

    fn kill(&mut self, tid: Tid) {
        Scheduler::kill(self, tid);
    }

    fn wake(&mut self, tid: Tid) {
        self.make_ready(tid, ());
    }

    fn step(&mut self) -> Option<Turn<()>> {
        Scheduler::step(self)
    }
}

/// Does all this to `subject`, and writes down what happens.
pub(crate) fn play(subject: &mut dyn Subject, acts: &[Act]) -> Vec<Event> {
    let mut log = Vec::new();
    for act in acts {
        let alive = alive(&log);
        let chosen = |n: usize| alive.get(n.checked_rem(alive.len())?).copied();
        match *act {
            Act::Create(turns) => {
                let body = Body { turns, panics: false };
                log.push(Event::Created(subject.create(body)));
            }
            Act::CreateToPanic(turns) => {
                let body = Body { turns, panics: true };
                log.push(Event::Created(subject.create(body)));
            }
            Act::Kill(n) => {
                if let Some(tid) = chosen(n) {
                    subject.kill(tid);
                    log.push(Event::Ended(tid));
                }
            }
            Act::Wake(n) => {
                if let Some(tid) = chosen(n) {
                    subject.wake(tid);
                }
            }
            Act::Step => match subject.step() {
                None => log.push(Event::Idle),
                Some(turn) => {
                    log.push(Event::Ran(turn.tid));
                    if let Complete(_) = turn.state {
                        log.push(Event::Ended(turn.tid));
                    }
                }
            },
        }
    }
    log
}

/// Who is alive after these events.
pub(crate) fn alive(log: &[Event]) -> Vec<Tid> {
    let ended = |tid| log.contains(&Event::Ended(tid));
    let created = log.iter().filter_map(|event| match event {
        Event::Created(tid) => Some(*tid),
        _ => None,
    });
    created.filter(|tid| !ended(*tid)).collect()
}
