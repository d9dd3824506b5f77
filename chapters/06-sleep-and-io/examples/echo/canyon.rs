//! Lets hikers in.

use crate::echo::Echo;
use ch02_coroutines::{Coroutine, CoroutineState};
use ch05_syscalls::{NewTask, Reply, Trap, trap};
use ch06_sleep_and_io::{Sleep, WaitRead};
use std::io::{self, ErrorKind::WouldBlock};
use std::net::{TcpListener, TcpStream};
use std::rc::Rc;
use std::time::Duration;

/// Creates a task for each hiker who comes.
pub(crate) struct Canyon(pub(crate) Rc<TcpListener>);

impl Coroutine<Reply> for Canyon {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        match accept(&self.0) {
            Ok(socket) => trap(NewTask("echo", Echo::new(socket))),
            Err(error) if error.kind() == WouldBlock => trap(WaitRead(self.0.clone())),
            // Too many open sockets, perhaps. Some may be closed by then.
            Err(_) => trap(Sleep(Duration::from_secs(1))),
        }
    }
}

/// A connection that does not block, and whose small messages do not wait for more.
fn accept(listener: &TcpListener) -> io::Result<Rc<TcpStream>> {
    let (socket, _) = listener.accept()?;
    socket.set_nonblocking(true)?;
    socket.set_nodelay(true)?;
    Ok(Rc::new(socket))
}
