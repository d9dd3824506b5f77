//! The floor of the yields: no loop and no futures, but what a loop has to touch at least. Boxes
//! lie in a table, and a queue of numbers says in which order they have their turns.

use crate::clock::nanoseconds_each;
use crate::workload::Kind;
use std::mem;
use std::time::Instant;

/// One turn.
pub fn turn(kind: Kind, operations: usize) -> Option<Vec<f64>> {
    match kind {
        Kind::Yield { tasks } => Some(vec![visit(tasks, operations)]),
        _ => None,
    }
}

/// 32 bytes, as a slot of ours.
#[derive(Default)]
struct Slot {
    task: Option<Box<[u64; 4]>>,
    flags: [u64; 3],
}

/// Nanoseconds a visit: a box is taken out of its slot, changed, put back, and queued again.
fn visit(tasks: usize, visits: usize) -> f64 {
    let slot = |_| Slot { task: Some(Box::default()), ..Slot::default() };
    let mut slots: Vec<Slot> = (0..tasks).map(slot).collect();
    let mut ready: Vec<usize> = (0..tasks).collect();
    let mut batch = Vec::new();
    let start = Instant::now();
    for _ in 0..visits / tasks {
        mem::swap(&mut ready, &mut batch);
        for number in batch.drain(..) {
            let slot = &mut slots[number];
            let mut task = slot.task.take().expect("a box");
            task[0] += 1;
            slot.flags[0] += 1;
            slot.task = Some(task);
            ready.push(number);
        }
    }
    nanoseconds_each(start, visits)
}
