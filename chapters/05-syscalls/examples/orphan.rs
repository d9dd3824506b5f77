//! Somebody winds up a music box and leaves. The music box plays on.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch04_scheduler::trace;
use ch05_syscalls::{Deadlock, Kernel, NewTask, Reply, Trap, Yield, trap};

/// Plays one bar a turn, until it has run down.
struct MusicBox {
    bars: u32,
}

impl Coroutine<Reply> for MusicBox {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        if self.bars == 0 {
            println!("  music box: silence");
            return Complete(());
        }
        println!("  music box: pling, {} left", self.bars);
        self.bars -= 1;
        trap(Yield)
    }
}

/// Winds up a music box, and does not wait for it.
struct Visitor;

impl Coroutine<Reply> for Visitor {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        match reply {
            Reply::Tid(_) => {
                println!("visitor: good night");
                Complete(())
            }
            _ => {
                println!("visitor: winds it up");
                trap(NewTask("music box", MusicBox { bars: 3 }))
            }
        }
    }
}

fn main() -> Result<(), Deadlock> {
    trace::init();
    let mut kernel = Kernel::new();
    kernel.create_task("visitor", Visitor);
    kernel.run()?;
    println!("nobody is left");
    Ok(())
}
