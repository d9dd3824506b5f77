//! A loop goes to sleep while another thread wants to wake it. Each of them takes two
//! steps, and they fall into each other in six ways.

#[derive(Clone, Copy, Debug)]
enum Step {
    /// The loop: is there a letter?
    Look,
    /// The loop: from now on I am to be rung for.
    Say,
    /// The other thread: a letter into the inbox.
    Letter,
    /// The other thread: rings, if the loop has said so.
    Bell,
}

use Step::{Bell, Letter, Look, Say};

/// Whether the loop, having taken its steps, sleeps on although there is a letter.
fn sleeps_on(steps: &[Step]) -> bool {
    let (mut letter, mut saw, mut said, mut rung) = (false, false, false, false);
    for step in steps {
        match step {
            Look => saw = letter,
            Say => said = true,
            Letter => letter = true,
            Bell => rung = said,
        }
    }
    !saw && !rung
}

/// All ways in which two sequences fall into each other.
fn interleavings(ours: &[Step], theirs: &[Step]) -> Vec<Vec<Step>> {
    let (Some((our, ours_left)), Some((their, theirs_left))) =
        (ours.split_first(), theirs.split_first())
    else {
        return vec![[ours, theirs].concat()];
    };
    let first = |step: Step, rest: Vec<Vec<Step>>| {
        rest.into_iter().map(move |rest| [vec![step], rest].concat())
    };
    first(*our, interleavings(ours_left, theirs))
        .chain(first(*their, interleavings(ours, theirs_left)))
        .collect()
}

fn main() {
    for order in [[Look, Say], [Say, Look]] {
        println!("the loop's order: {order:?}");
        for steps in interleavings(&order, &[Letter, Bell]) {
            let end = if sleeps_on(&steps) { "LOST" } else { "woken" };
            println!("  {steps:?} {end}");
        }
    }
}
