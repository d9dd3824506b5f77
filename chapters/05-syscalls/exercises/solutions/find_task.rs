//! Somebody has found an umbrella with a name sewn into it. The kernel knows
//! the name of every task, but no call asks for it. Write the call that does.

use ch03_task::Tid;
use ch05_syscalls::{Kernel, Refusal, Reply, SystemCall};

/// Asks for the number of the task of this name.
///
/// Reply: [`Reply::Tid`]. If several tasks that have not ended have this name,
/// it is the oldest one's number; if none has, [`Refusal::NoSuchTask`].
pub struct FindTask(pub &'static str);

impl SystemCall for FindTask {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        // TODO: look for the name among the tasks, and reply
        let found = kernel.tasks().find(|(_, name)| *name == self.0);
        let reply = match found {
            Some((tid, _)) => Reply::Tid(tid),
            None => Reply::Refused(Refusal::NoSuchTask),
        };
        kernel.reply(caller, reply);
        // END
    }
}
