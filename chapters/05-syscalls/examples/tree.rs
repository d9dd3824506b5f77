//! Lights out: a house is dark when its floors are, a floor when its rooms are.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch04_scheduler::trace;
use ch05_syscalls::{Deadlock, Kernel, NewTask, Reply, Trap, WaitTask, Yield, trap};

/// A place, how many turns its own light takes, and the places in it.
struct Place(&'static str, u32, &'static [Place]);

static HOUSE: Place = Place("house", 0, &[UPSTAIRS, DOWNSTAIRS]);
const UPSTAIRS: Place =
    Place("upstairs", 0, &[Place("bedroom", 3, &[]), Place("bath", 1, &[])]);
const DOWNSTAIRS: Place = Place("downstairs", 0, &[Place("kitchen", 5, &[])]);

/// Sends a task to each place in this one, waits for all of them, then turns off its
/// own light.
struct LightsOut {
    place: &'static Place,
    sent: Vec<Tid>,
    waits: usize,
    turns: u32,
}

impl LightsOut {
    fn new(place: &'static Place) -> Self {
        LightsOut { place, sent: Vec::new(), waits: 0, turns: 0 }
    }
}

impl Coroutine<Reply> for LightsOut {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        let Place(name, turns, inside) = self.place;
        match reply {
            Reply::Tid(task) => self.sent.push(task),
            Reply::Refused(why) => println!("  {name}: {why}"),
            Reply::Done | Reply::Exited(_) => {}
        }
        if let Some(place) = inside.get(self.sent.len()) {
            return trap(NewTask(place.0, LightsOut::new(place)));
        }
        if let Some(task) = self.sent.get(self.waits) {
            println!("  {name}: waits for {}", inside[self.waits].0);
            self.waits += 1;
            return trap(WaitTask(*task));
        }
        if self.turns < *turns {
            self.turns += 1;
            return trap(Yield);
        }
        println!("{name} is dark");
        Complete(())
    }
}

fn main() -> Result<(), Deadlock> {
    trace::init();
    let mut kernel = Kernel::new();
    kernel.create_task("house", LightsOut::new(&HOUSE));
    kernel.run()
}
