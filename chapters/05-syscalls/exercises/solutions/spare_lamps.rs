//! The lamps of this lighthouse burn out, and a lamp that burns out panics. Its
//! keeper has some spare ones. Write the keeper.

use ch02_coroutines::{
    Coroutine,
    CoroutineState::{self, Complete},
};
use ch03_task::Exit;
use ch05_syscalls::{NewTask, Refusal, Reply, Trap, WaitTask, trap};

/// Lights a lamp, waits for its end, and lights a spare one if it burnt out.
///
/// - The keeper's first turn lights the first lamp, `NewTask("lamp", …)`.
/// - When it knows the lamp's number, it waits for it.
/// - A lamp that panicked has burnt out: the next one is lit, if a spare one is
///   left. If none is left, the keeper panics with the message `no lamp left`.
/// - A lamp that ended before the keeper could wait for it has burnt out, too.
/// - A lamp that returned or was killed is not replaced: the keeper goes home.
pub struct Keeper<F> {
    /// Makes a lamp.
    pub lamp: F,
    /// How many spare lamps are left.
    pub spares: u32,
}

impl<F, L> Coroutine<Reply> for Keeper<F>
where
    F: FnMut() -> L,
    L: Coroutine<Reply, Yield = Trap, Return = ()> + 'static,
{
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        // TODO: decide by the reply what to do next
        match reply {
            Reply::Done => trap(NewTask("lamp", (self.lamp)())),
            Reply::Tid(lamp) => trap(WaitTask(lamp)),
            Reply::Exited(Exit::Panicked(_))
            | Reply::Refused(Refusal::AlreadyEnded) => {
                assert!(self.spares > 0, "no lamp left");
                self.spares -= 1;
                trap(NewTask("lamp", (self.lamp)()))
            }
            Reply::Exited(_) => Complete(()),
            Reply::Refused(why) => panic!("{why}"),
        }
        // END
    }
}
