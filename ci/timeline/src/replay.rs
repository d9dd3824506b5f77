//! Replays a trace: in which state each task was when, and who stood in the ready queue.

use crate::duration;
use crate::event::{Event, Step, Subject};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum State {
    Ready,
    Running,
    Suspended,
}

/// A task was in `state` from one step to another.
#[derive(Debug, PartialEq)]
pub(crate) struct Span {
    pub(crate) task: u64,
    pub(crate) state: State,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

#[derive(Default)]
pub(crate) struct Replay {
    pub(crate) spans: Vec<Span>,
    /// Who is where after each step.
    pub(crate) moments: Vec<Moment>,
}

/// Who is where.
#[derive(Default)]
pub(crate) struct Moment {
    /// The ready queue. `None` if the events do not tell it.
    pub(crate) ready: Option<Vec<u64>>,
    /// Who is suspended, and what it waits for.
    pub(crate) waiting: Vec<(u64, String)>,
    /// Whose timer is set to when, the earliest first.
    pub(crate) timers: Vec<(u64, String)>,
}

impl Replay {
    pub(crate) fn of(steps: &[Step]) -> Self {
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
        replay.moments = waits(steps);
        let ready = queues(steps, pop_front).or_else(|| queues(steps, Vec::pop));
        for (moment, ready) in replay.moments.iter_mut().zip(ready.unwrap_or_default())
        {
            moment.ready = Some(ready);
        }
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

fn pop_front(queue: &mut Vec<u64>) -> Option<u64> {
    (!queue.is_empty()).then(|| queue.remove(0))
}

/// The ready queue after each step. `None` if a task ran that was not the one to be taken: it was
/// no queue, or no stack.
fn queues(
    steps: &[Step],
    take: fn(&mut Vec<u64>) -> Option<u64>,
) -> Option<Vec<Vec<u64>>> {
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
                    if take(&mut queue) != Some(task) {
                        return None;
                    }
                }
                Event::Trap { .. } if !blocks_next(steps, t) => answered.push(task),
                Event::Wake { by: None } => {
                    // A device woke it: the kernel asks after a turn, when calls are answered.
                    queue.append(&mut answered);
                    queue.push(task);
                }
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

/// Who waits for what after each step, and until when.
fn waits(steps: &[Step]) -> Vec<Moment> {
    let mut waiting: BTreeMap<u64, String> = BTreeMap::new();
    let mut timers: Vec<(f64, u64)> = Vec::new();
    let names: BTreeMap<u64, &str> = steps.iter().filter_map(name).collect();
    let mut now = 0.0;
    let mut history = Vec::new();
    for step in steps {
        let Some(task) = step.task else {
            history.push(moment(&waiting, &timers));
            continue;
        };
        match &step.event {
            Event::Block { on: Some(Subject::Thing(on)) } => match duration::read(on) {
                Some(length) => {
                    timers.push((now + length, task));
                    timers.sort_by(|a, b| a.0.total_cmp(&b.0));
                }
                None => drop(waiting.insert(task, on.clone())),
            },
            Event::Block { on } => {
                let name = |other: &u64| names.get(other).unwrap_or(&"").to_string();
                let on = on.as_ref().map(|on| match on {
                    Subject::Task(other) => name(other),
                    Subject::Thing(thing) => thing.clone(),
                });
                waiting.insert(task, on.unwrap_or_default());
            }
            Event::Timer { at } => {
                now = at.as_deref().and_then(duration::read).unwrap_or(now);
            }
            Event::Wake { .. }
            | Event::Resume
            | Event::Complete { .. }
            | Event::Kill { .. } => {
                waiting.remove(&task);
                timers.retain(|(_, other)| *other != task);
            }
            _ => {}
        }
        history.push(moment(&waiting, &timers));
    }
    history
}

fn name(step: &Step) -> Option<(u64, &str)> {
    match &step.event {
        Event::Create { name } => Some((step.task?, name)),
        _ => None,
    }
}

fn moment(waiting: &BTreeMap<u64, String>, timers: &[(f64, u64)]) -> Moment {
    Moment {
        ready: None,
        waiting: waiting.iter().map(|(task, on)| (*task, on.clone())).collect(),
        timers: timers.iter().map(|(at, task)| (*task, duration::words(*at))).collect(),
    }
}
