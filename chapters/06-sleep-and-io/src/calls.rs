use crate::{Reactor, reactor::Interest};
use ch03_task::Tid;
use ch05_syscalls::{Kernel, Reply, SystemCall};
use rustix::fd::AsFd;
use std::rc::Rc;
use std::time::Duration;

/// Goes on when this much time has passed. Reply: [`Reply::Done`], or a
/// [`Refusal`](ch05_syscalls::Refusal) if the kernel has no reactor.
///
/// ```
/// use ch05_syscalls::Kernel;
/// use ch06_sleep_and_io::{Clock, Reactor, Sleep};
/// use std::time::Duration;
/// # use ch02_coroutines::{Coroutine, CoroutineState};
/// # use ch05_syscalls::{Reply, Trap, trap};
/// # struct Nap(u32);
/// # impl Coroutine<Reply> for Nap {
/// #     type Yield = Trap;
/// #     type Return = ();
/// #     fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
/// #         self.0 += 1;
/// #         match self.0 {
/// #             1 => trap(Sleep(Duration::from_secs(3600))),
/// #             _ => CoroutineState::Complete(()),
/// #         }
/// #     }
/// # }
///
/// let mut kernel = Kernel::new();
/// kernel.attach(Reactor::new(Clock::stopped()));
/// # let nap = Nap(0);
/// kernel.create_task("nap", nap); // its first turn ends with trap(Sleep(…)), an hour
/// assert_eq!(kernel.run(), Ok(()));
/// # let reactor = kernel.device::<Reactor>().unwrap();
/// assert_eq!(reactor.now(), Duration::from_secs(3600));
/// ```
pub struct Sleep(pub Duration);

impl SystemCall for Sleep {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        with_reactor(caller, kernel, |reactor| reactor.sleep(caller, self.0));
    }
}

/// Goes on when the socket has something to read, a connection to accept, or has
/// failed. Replies as [`Sleep`].
///
/// Then try, and be prepared for `WouldBlock`: somebody else may have been quicker.
///
/// ```
/// use ch06_sleep_and_io::WaitRead;
/// use std::net::TcpListener;
/// use std::rc::Rc;
///
/// let listener = Rc::new(TcpListener::bind("127.0.0.1:0")?);
/// listener.set_nonblocking(true)?;
/// let call = WaitRead(listener.clone()); // for `trap`
/// # drop(call);
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct WaitRead(pub Rc<dyn AsFd>);

impl SystemCall for WaitRead {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        with_reactor(caller, kernel, |reactor| {
            reactor.wait(caller, self.0, Interest::Read);
        });
    }
}

/// Goes on when the socket has room to write, or has failed. Replies as [`Sleep`].
///
/// ```
/// use ch06_sleep_and_io::WaitWrite;
/// use std::os::unix::net::UnixStream;
/// use std::rc::Rc;
///
/// let (here, _there) = UnixStream::pair()?;
/// let call = WaitWrite(Rc::new(here)); // for `trap`
/// # drop(call);
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct WaitWrite(pub Rc<dyn AsFd>);

impl SystemCall for WaitWrite {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        with_reactor(caller, kernel, |reactor| {
            reactor.wait(caller, self.0, Interest::Write);
        });
    }
}

/// Leaves the caller suspended in the reactor, or tells it that there is none.
fn with_reactor(caller: Tid, kernel: &mut Kernel, wait: impl FnOnce(&mut Reactor)) {
    match kernel.device() {
        Ok(reactor) => wait(reactor),
        Err(refusal) => {
            kernel.reply(caller, Reply::Refused(refusal));
        }
    }
}
