//! Replays a trace: in which state each task was when, and who stood in the ready queue.

use super::event::{Event, Step};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum State {
    Ready,
    Running,
    Suspended,
}

/// A task was in `state` from one step to another.
#[derive(Debug, PartialEq)]
pub(super) struct Span {
    pub(super) task: u64,
    pub(super) state: State,
    pub(super) from: usize,
    pub(super) to: usize,
}

#[derive(Default)]
pub(super) struct Replay {
    pub(super) spans: Vec<Span>,
    /// The ready queue after each step. Empty if the events do not tell it.
    pub(super) ready: Vec<Vec<u64>>,
}

impl Replay {
    pub(super) fn of(steps: &[Step]) -> Self {
        let mut replay = Replay::default();
        let mut now: BTreeMap<u64, (State, usize)> = BTreeMap::new();
        for (t, step) in steps.iter().enumerate() {
            let Some(task) = step.task else { continue };
            let Some(next) = state_after(steps, t) else {
                continue;
            };
            if let Some((state, from)) = now.remove(&task) {
                let to = t;
                replay.spans.push(Span { task, state, from, to });
            }
            now.extend(next.map(|state| (task, (state, t))));
        }
        for (task, (state, from)) in now {
            let to = steps.len();
            replay.spans.push(Span { task, state, from, to });
        }
        replay.ready = queues(steps).unwrap_or_default();
        replay
    }
}

/// The state that step `t` puts its task into; `Some(None)` if the task ends there.
fn state_after(steps: &[Step], t: usize) -> Option<Option<State>> {
    Some(match steps[t].event {
        Event::Create { .. } | Event::Yield | Event::Wake { .. } => Some(State::Ready),
        Event::Resume => Some(State::Running),
        Event::Block { .. } => Some(State::Suspended),
        Event::Trap { .. } if blocks_next(steps, t) => Some(State::Suspended),
        Event::Trap { .. } => Some(State::Ready),
        Event::Complete { .. } | Event::Kill { .. } => None,
        Event::Timer { .. } | Event::Io | Event::Print(_) => return None,
    })
}

/// Whether the kernel's answer to the trap at step `t` is to let the task wait.
fn blocks_next(steps: &[Step], t: usize) -> bool {
    let mut later = steps[t + 1..].iter();
    let next = later.find(|step| step.task == steps[t].task);
    next.is_some_and(|step| matches!(step.event, Event::Block { .. }))
}

/// The ready queue after each step. `None` if it was no queue: a task ran that was not its first.
fn queues(steps: &[Step]) -> Option<Vec<Vec<u64>>> {
    let mut queue: Vec<u64> = Vec::new();
    let mut answered: Vec<u64> = Vec::new();
    let mut history = Vec::new();
    for (t, step) in steps.iter().enumerate() {
        if let Some(task) = step.task {
            match &step.event {
                // Its number may still stand in the scheduler's queue, but it never runs again.
                Event::Kill { .. } | Event::Complete { .. } => {
                    queue.retain(|other| *other != task);
                    answered.retain(|other| *other != task);
                }
                Event::Resume => {
                    // A task whose call was answered is ready again at the end of its turn.
                    queue.append(&mut answered);
                    if queue.is_empty() || queue.remove(0) != task {
                        return None;
                    }
                }
                Event::Trap { .. } if !blocks_next(steps, t) => answered.push(task),
                Event::Create { .. } | Event::Yield | Event::Wake { .. } => {
                    queue.push(task);
                }
                _ => {}
            }
        }
        history.push(queue.clone());
    }
    Some(history)
}
