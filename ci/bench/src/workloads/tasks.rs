//! What every runtime can do. A runtime's file supplies `run`, `spawn`, `join`, `detach`, `oneshot`,
//! `send`, `receive` and `gather`.

mod gathering;
mod idling;
mod messages;
mod spawning;
mod turns;
mod waking;

use super::{Sender, detach, gather, join, oneshot, receive, run, send, spawn};
use crate::workload::Kind;

/// One turn; `None` if it takes more than tasks.
pub fn turn(kind: Kind, operations: usize) -> Option<Vec<f64>> {
    let sample = match kind {
        Kind::Yield { tasks } => turns::take(tasks, operations),
        Kind::Spawn { at_once } => spawning::spawn_and_join(at_once, operations),
        Kind::Gather => gathering::gather_all(operations),
        Kind::PingPong => messages::play(operations),
        Kind::WakeBusy => waking::without_a_pause(operations),
        Kind::WakeParked => waking::from_sleep(operations),
        Kind::Idle => idling::wait_for_ever(operations),
        _ => return None,
    };
    Some(vec![sample])
}
