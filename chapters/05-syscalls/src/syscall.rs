use crate::Kernel;
use ch02_coroutines::CoroutineState;
use ch03_task::Tid;
use std::any::type_name;

/// A note that a task leaves for the kernel when it stops.
///
/// ```
/// use ch03_task::Tid;
/// use ch05_syscalls::{Kernel, Reply, SystemCall};
///
/// /// Prints a line.
/// struct Say(&'static str);
///
/// impl SystemCall for Say {
///     fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
///         println!("task {caller} says {}", self.0);
///         kernel.reply(caller, Reply::Done);
///     }
/// }
///
/// assert_eq!(Say("hello").name(), "Say");
/// ```
pub trait SystemCall {
    /// Does what the note says. To let the caller go on, [`reply`](Kernel::reply) to it:
    /// now, or when what it asked for has happened.
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel);

    /// What the trace calls it: the type's own name.
    fn name(&self) -> &'static str {
        let path = type_name::<Self>().split('<').next().unwrap_or_default();
        path.rsplit("::").next().unwrap_or_default()
    }
}

/// What every task of a [`Kernel`] yields.
pub type Trap = Box<dyn SystemCall>;

/// Stops with this system call.
///
/// ```
/// use ch02_coroutines::CoroutineState::Yielded;
/// use ch05_syscalls::{GetTid, trap};
///
/// let Yielded(note) = trap(GetTid) else { unreachable!("it stops") };
/// assert_eq!(note.name(), "GetTid");
/// ```
pub fn trap(call: impl SystemCall + 'static) -> CoroutineState<Trap, ()> {
    CoroutineState::Yielded(Box::new(call))
}
