use crate::{Kernel, Reply, SystemCall, Trap};
use ch02_coroutines::Coroutine;
use ch03_task::Tid;

/// Lets the others go first. Reply: [`Reply::Done`].
///
/// ```
/// use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
/// use ch05_syscalls::{Kernel, Reply, Trap, Yield, trap};
///
/// /// Goes on at its third turn.
/// struct Patient { turns: u32 }
///
/// impl Coroutine<Reply> for Patient {
///     type Yield = Trap;
///     type Return = ();
///
///     fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
///         self.turns += 1;
///         if self.turns < 3 { trap(Yield) } else { Complete(()) }
///     }
/// }
///
/// let mut kernel = Kernel::new();
/// kernel.create_task("patient", Patient { turns: 0 });
/// assert_eq!(kernel.run(), Ok(()));
/// ```
pub struct Yield;

impl SystemCall for Yield {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        kernel.reply(caller, Reply::Done);
    }
}

/// Asks who the caller is. Reply: [`Reply::Tid`].
///
/// [`Kernel`] shows a task that asks it.
pub struct GetTid;

impl SystemCall for GetTid {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        kernel.reply(caller, Reply::Tid(caller));
    }
}

/// Creates a task of this name and body. Reply: [`Reply::Tid`], the new task's number.
///
/// [`KillTask`] and [`WaitTask`] show what can be done with it.
pub struct NewTask<C>(pub &'static str, pub C);

impl<C: Coroutine<Reply, Yield = Trap, Return = ()> + 'static> SystemCall
    for NewTask<C>
{
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        let NewTask(name, body) = *self;
        let child = kernel.create_task(name, body);
        kernel.reply(caller, Reply::Tid(child));
    }
}

/// Ends a task that was created later than the caller. Reply: [`Reply::Done`], or a
/// [`Refusal`](crate::Refusal).
///
/// ```
/// use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
/// use ch05_syscalls::{Kernel, KillTask, NewTask, Reply, Trap, Yield, trap};
///
/// /// Flashes for ever.
/// struct Lamp;
///
/// impl Coroutine<Reply> for Lamp {
///     type Yield = Trap;
///     type Return = ();
///
///     fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
///         trap(Yield)
///     }
/// }
///
/// /// Lights a lamp, and puts it out.
/// struct Keeper { lit: bool }
///
/// impl Coroutine<Reply> for Keeper {
///     type Yield = Trap;
///     type Return = ();
///
///     fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
///         match reply {
///             Reply::Tid(lamp) => trap(KillTask(lamp)),
///             _ if self.lit => Complete(()),
///             _ => {
///                 self.lit = true;
///                 trap(NewTask("lamp", Lamp))
///             }
///         }
///     }
/// }
///
/// let mut kernel = Kernel::new();
/// kernel.create_task("keeper", Keeper { lit: false });
/// assert_eq!(kernel.run(), Ok(()));
/// ```
pub struct KillTask(pub Tid);

impl SystemCall for KillTask {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        let reply = match kernel.permit(caller, self.0) {
            Ok(()) => {
                kernel.kill(self.0);
                Reply::Done
            }
            Err(refusal) => Reply::Refused(refusal),
        };
        kernel.reply(caller, reply);
    }
}

/// Waits until a task that was created later than the caller has ended. Reply:
/// [`Reply::Exited`], or a [`Refusal`](crate::Refusal).
///
/// ```
/// use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
/// use ch05_syscalls::{Kernel, NewTask, Reply, Trap, WaitTask, Yield, trap};
///
/// /// Takes two turns to collapse.
/// struct Souffle { turns: u32 }
///
/// impl Coroutine<Reply> for Souffle {
///     type Yield = Trap;
///     type Return = ();
///
///     fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
///         self.turns += 1;
///         if self.turns < 2 { trap(Yield) } else { panic!("it has collapsed") }
///     }
/// }
///
/// /// Orders a souffle and waits for it.
/// struct Guest;
///
/// impl Coroutine<Reply> for Guest {
///     type Yield = Trap;
///     type Return = ();
///
///     fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
///         match reply {
///             Reply::Done => trap(NewTask("souffle", Souffle { turns: 0 })),
///             Reply::Tid(souffle) => trap(WaitTask(souffle)),
///             Reply::Exited(exit) => {
///                 println!("it {exit}");
///                 Complete(())
///             }
///             Reply::Refused(why) => panic!("{why}"),
///         }
///     }
/// }
///
/// let mut kernel = Kernel::new();
/// kernel.create_task("guest", Guest);
/// assert_eq!(kernel.run(), Ok(()));
/// ```
pub struct WaitTask(pub Tid);

impl SystemCall for WaitTask {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        match kernel.permit(caller, self.0) {
            Ok(()) => kernel.reply_on_exit(caller, self.0),
            Err(refusal) => {
                kernel.reply(caller, Reply::Refused(refusal));
            }
        }
    }
}
