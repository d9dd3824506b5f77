//! A console is called by its position in the list, and a note reaches a stranger.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};

/// Stays shut until it is told how far to open. It has so many turns.
struct Valve {
    name: &'static str,
    turns: u32,
}

impl Coroutine<Option<u32>> for Valve {
    type Yield = ();
    type Return = ();

    fn resume_with(&mut self, told: Option<u32>) -> CoroutineState<(), ()> {
        if self.turns == 0 {
            println!("{} has ended", self.name);
            return Complete(());
        }
        self.turns -= 1;
        match told {
            Some(percent) => println!("{} opens to {percent} %", self.name),
            None => println!("{} stays shut", self.name),
        }
        Yielded(())
    }
}

fn main() {
    let valve = |name, turns| Valve { name, turns };
    let mut consoles = vec![valve("air", 1), valve("water", 9), valve("fuel", 9)];
    let number = 1;
    println!("number {number} is {}", consoles[number].name);

    for _ in 1..=2 {
        consoles.retain_mut(|console| console.resume_with(None) == Yielded(()));
    }

    println!("a note for number {number}: 70");
    consoles[number].resume_with(Some(70));
}
