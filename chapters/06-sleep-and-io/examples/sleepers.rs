//! Two postmen, one street: one has the odd numbers, one the even.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch04_scheduler::trace;
use ch05_syscalls::{Deadlock, Kernel, KillTask, NewTask, Reply, Trap, trap};
use ch06_sleep_and_io::{Clock, Reactor, Sleep};
use std::time::Duration;

/// Delivers to every second house, and walks so many milliseconds to the next.
/// Never stops.
struct Postman(&'static str, u32, u64);

impl Coroutine<Reply> for Postman {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        let Postman(side, house, walk) = self;
        println!("{side}: house {house}");
        *house += 2;
        trap(Sleep(Duration::from_millis(*walk)))
    }
}

/// Sends out two postmen, and after a while calls them back, wherever they are.
#[derive(Default)]
struct Office {
    turn: u32,
    out: Vec<Tid>,
}

impl Coroutine<Reply> for Office {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        if let Reply::Tid(postman) = reply {
            self.out.push(postman);
        }
        self.turn += 1;
        match self.turn {
            1 => trap(NewTask("odd", Postman("odd", 1, 200))),
            2 => trap(NewTask("even", Postman("even", 2, 350))),
            3 => trap(Sleep(Duration::from_millis(1100))),
            _ => {
                let Some(postman) = self.out.pop() else { return Complete(()) };
                println!("office: task {postman}, come in");
                trap(KillTask(postman))
            }
        }
    }
}

fn main() -> Result<(), Deadlock> {
    trace::init();
    let mut kernel = Kernel::new();
    kernel.attach(Reactor::new(Clock::from_env()));
    kernel.create_task("office", Office::default());
    kernel.run()
}
