//! A loop wakes up and goes to sleep again, while Ann and Bob, each on a thread of their
//! own, write to it. All ways in which their steps can fall into each other are tried.

#[derive(Clone, Copy, Debug)]
enum Step {
    /// The loop: a timer or the bell has ended its sleep.
    Wake,
    /// The loop: I need not be rung for. By a `swap`.
    Clear,
    /// The same by a `store`.
    Store,
    /// The loop: are there letters?
    Look,
    /// The loop: from now on I am to be rung for.
    Say,
    /// Ann or Bob: a letter into the inbox.
    Write,
    /// Ann or Bob: rings, if the loop has said so, and takes that back.
    Ring,
}

use Step::{Clear, Look, Ring, Say, Store, Wake, Write};

const LOOP: usize = 0;
const NAMES: [&str; 3] = ["loop", "Ann", "Bob"];

/// Letters, one bit for each.
type Letters = u8;

/// Who knows of which letters. Of letters of which nobody has told it, a thread may know
/// nothing, even if they were written long ago.
#[derive(Default)]
struct World {
    knows: [Letters; 3],
    read: Letters,
    /// Whether the last look found anything.
    found: bool,
    /// What the loop says, and what it tells whoever swaps it.
    parked: bool,
    told: Letters,
    /// Whether the bell has been rung, and by somebody who knew of what.
    rung: Option<Letters>,
}

impl World {
    /// Takes what the flag tells, and adds what we know.
    fn swap(&mut self, who: usize, parked: bool) -> bool {
        self.knows[who] |= self.told;
        self.told = self.knows[who];
        std::mem::replace(&mut self.parked, parked)
    }

    fn take(&mut self, who: usize, step: Step) {
        match step {
            Wake => self.knows[LOOP] |= self.rung.take().unwrap_or(0),
            Clear => drop(self.swap(LOOP, false)),
            Store => (self.parked, self.told) = (false, self.knows[LOOP]),
            Look => {
                self.found = self.knows[LOOP] != self.read;
                self.read = self.knows[LOOP];
            }
            Say => drop(self.swap(LOOP, true)),
            Write => self.knows[who] |= 1 << who,
            Ring => {
                if self.swap(who, false) {
                    self.rung = Some(self.knows[who]);
                }
            }
        }
    }
}

/// Whether the loop, having taken its steps, sleeps beside a letter.
fn is_lost(steps: &[(usize, Step)]) -> bool {
    // It sleeps when this begins, and has said so.
    let mut world = World { parked: true, ..World::default() };
    steps.iter().for_each(|(who, step)| world.take(*who, *step));
    let all = world.knows[1] | world.knows[2];
    !world.found && world.rung.is_none() && world.read & all != all
}

/// All ways in which these sequences fall into each other.
fn interleavings(left: [&[Step]; 3]) -> Vec<Vec<(usize, Step)>> {
    let mut all = Vec::new();
    for who in 0..3 {
        if let Some((first, rest)) = left[who].split_first() {
            let mut left = left;
            left[who] = rest;
            for rest in interleavings(left) {
                all.push([vec![(who, *first)], rest].concat());
            }
        }
    }
    if all.is_empty() { vec![vec![]] } else { all }
}

fn word(step: Step) -> String {
    format!("{step:?}").to_lowercase()
}

/// A column for each, and time goes down.
fn draw(steps: &[(usize, Step)]) {
    println!("  {:8}{:8}{}", NAMES[0], NAMES[1], NAMES[2]);
    for (who, step) in steps {
        println!("  {:indent$}{}", "", word(*step), indent = 8 * who);
    }
}

fn main() {
    for order in [
        [Wake, Clear, Look, Look, Say],
        [Wake, Store, Look, Say, Look],
        [Wake, Clear, Look, Say, Look],
    ] {
        let all = interleavings([&order, &[Write, Ring], &[Write, Ring]]);
        let lost: Vec<_> = all.iter().filter(|steps| is_lost(steps)).collect();
        println!("{}", order.map(word).join(", "));
        println!("  {} of {} may lose a letter", lost.len(), all.len());
        if let Some(first) = lost.first() {
            draw(first);
        }
    }
}
