// Check it: cargo test -p ex05-syscalls cab_rank

//! Cabs wait at a rank until somebody calls one. A cab makes a call that is not
//! answered, and so it stands still. The answer comes from somebody else's call.

use ch03_task::Tid;
use ch05_syscalls::{Kernel, Refusal, Reply, SystemCall};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// The cabs that wait, the first one in front. Every call holds a share in it.
pub type Rank = Rc<RefCell<VecDeque<Tid>>>;

/// Lines up at the rank. Reply, when the caller is called: [`Reply::Done`].
pub struct LineUp(pub Rank);

impl SystemCall for LineUp {
    fn handle(self: Box<Self>, caller: Tid, _: &mut Kernel) {
        todo!("line the caller up, and leave it standing")
    }
}

/// Calls the first cab. It goes on before the caller does.
///
/// Reply: [`Reply::Tid`], the cab's number; [`Refusal::NoSuchTask`] if there is
/// no cab. A cab that was killed at the rank is not there any more, though its
/// number still is: the next one in line takes its place.
pub struct CallCab(pub Rank);

impl SystemCall for CallCab {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        todo!("answer the first cab that is still alive, then answer the caller")
    }
}
