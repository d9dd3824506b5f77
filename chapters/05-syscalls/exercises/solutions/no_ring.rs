//! The rule "only tasks created later" refuses harmless waits: a guest may not
//! wait for the host who came first. Write a call that looks before it refuses.

use ch03_task::Tid;
use ch05_syscalls::{Kernel, Refusal, Reply, SystemCall};

/// Waits until a task has ended, older or younger. Reply: [`Reply::Exited`].
///
/// It is refused at once
/// - with [`Refusal::NoSuchTask`] if no task of this number is alive;
/// - with [`Refusal::PermissionDenied`] if this wait would close a ring of
///   waits, so that nobody in it could ever go on. Waiting for oneself is the
///   smallest ring.
pub struct WaitUnlessRing(pub Tid);

impl SystemCall for WaitUnlessRing {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        // TODO: refuse, or let the kernel reply when the other has ended
        let alive = kernel.tasks().any(|(tid, _)| tid == self.0);
        let refusal = if !alive {
            Refusal::NoSuchTask
        } else if closes_a_ring(caller, self.0, kernel) {
            Refusal::PermissionDenied
        } else {
            return kernel.reply_on_exit(caller, self.0);
        };
        kernel.reply(caller, Reply::Refused(refusal));
        // END
    }
}

/// Whether `caller` would wait for itself if it waited for `other`: `other` is
/// the caller, or waits for the caller, or waits for a task that waits for the
/// caller, and so on.
fn closes_a_ring(caller: Tid, other: Tid, kernel: &Kernel) -> bool {
    // TODO: follow the waits, from `other` on, until they end or lead to the caller
    let mut next = Some(other);
    while let Some(tid) = next {
        if tid == caller {
            return true;
        }
        next = kernel.waits_for(tid);
    }
    false
    // END
}
