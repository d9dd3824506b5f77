// Check it: cargo test -p ex04-scheduler post_office

//! Nobody in this village talks; they write. A villager yields a letter, or
//! yields to say that a letter may come, and rests until there is one.

use ch02_coroutines::{
    Coroutine,
    CoroutineState::{Complete, Yielded},
};
use ch03_task::Tid;
use ch04_scheduler::Scheduler;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What is written on paper.
pub type Letter = String;

/// What a villager yields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// "Bring this letter to them." The villager goes on with `None`.
    Send(Tid, Letter),
    /// "Bring me my next letter." The villager goes on with `Some(letter)`,
    /// when there is one.
    Receive,
}

/// Delivers the letters, and so decides who is ready.
#[derive(Default)]
pub struct PostOffice {
    villagers: Scheduler<Wish, Option<Letter>>,
    /// The letters that nobody has asked for yet, the oldest in front.
    boxes: BTreeMap<Tid, VecDeque<Letter>>,
    /// Those who wait for a letter.
    waiting: BTreeSet<Tid>,
}

impl PostOffice {
    /// A new villager, at the back of the ready queue.
    pub fn move_in(
        &mut self,
        name: &str,
        villager: impl Coroutine<Option<Letter>, Yield = Wish, Return = ()> + 'static,
    ) -> Tid {
        self.villagers.create_task(name, villager)
    }

    /// Gives turns until nobody is ready. Returns how many still wait for a
    /// letter.
    pub fn run(&mut self) -> usize {
        while let Some(turn) = self.villagers.resume_next() {
            match turn.state {
                Yielded(Wish::Send(to, letter)) => self.send(turn.tid, to, letter),
                Yielded(Wish::Receive) => self.receive(turn.tid),
                Complete(_) => {}
            }
        }
        self.waiting.len()
    }

    /// `from` has written to `to`. If `to` waits for a letter, it goes into
    /// the ready queue with this one; if not, the letter goes into its box.
    /// Then `from` goes into the ready queue.
    fn send(&mut self, from: Tid, to: Tid, letter: Letter) {
        todo!("deliver the letter or put it into the box; the sender goes on")
    }

    /// `tid` asks for a letter. If there is one in its box, it goes into the
    /// ready queue with the oldest; if not, it waits.
    fn receive(&mut self, tid: Tid) {
        todo!("hand out the oldest letter, or let them wait")
    }
}
