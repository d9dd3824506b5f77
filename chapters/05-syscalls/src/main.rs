//! A lighthouse keeper lights a lamp, lets it flash five times, and puts it out.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch04_scheduler::trace;
use ch05_syscalls::{
    Deadlock, GetTid, Kernel, KillTask, NewTask, Reply, Trap, Yield, trap,
};

/// Asks who it is, then flashes for ever.
struct Lamp {
    me: Option<Tid>,
}

impl Coroutine<Reply> for Lamp {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        if let Reply::Tid(me) = reply {
            self.me = Some(me);
        }
        let Some(me) = self.me else {
            return trap(GetTid);
        };
        println!("  lamp (task {me}): flash");
        trap(Yield)
    }
}

/// Lights a lamp, watches it for five turns, puts it out. Each state says during which
/// call the keeper stands still.
#[derive(Clone, Copy)]
enum Keeper {
    Start,
    Lighting,
    Watching { lamp: Tid, turns: u32 },
    PuttingOut,
}

impl Coroutine<Reply> for Keeper {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        use Keeper::*;
        match (*self, reply) {
            (Start, _) => {
                println!("keeper: dusk");
                *self = Lighting;
                trap(NewTask("lamp", Lamp { me: None }))
            }
            (Lighting, Reply::Tid(lamp)) => {
                println!("keeper: the lamp is task {lamp}");
                *self = Watching { lamp, turns: 1 };
                trap(Yield)
            }
            (Watching { lamp, turns: 5 }, _) => {
                println!("keeper: dawn");
                *self = PuttingOut;
                trap(KillTask(lamp))
            }
            (Watching { lamp, turns }, _) => {
                let turns = turns + 1;
                *self = Watching { lamp, turns };
                trap(Yield)
            }
            (PuttingOut, Reply::Done) => {
                println!("keeper: the lamp is out, to bed");
                Complete(())
            }
            (_, reply) => panic!("unexpected reply: {reply:?}"),
        }
    }
}

fn main() -> Result<(), Deadlock> {
    trace::init();
    let mut kernel = Kernel::new();
    kernel.create_task("keeper", Keeper::Start);
    kernel.run()
}
