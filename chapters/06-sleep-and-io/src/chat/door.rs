use super::SharedRoom;
use super::guest::Guest;
use ch02_coroutines::{Coroutine, CoroutineState};
use ch05_syscalls::{NewTask, Reply, Trap, trap};
use ch06_sleep_and_io::{Sleep, WaitRead};
use std::io::{self, ErrorKind::WouldBlock};
use std::net::{TcpListener, TcpStream};
use std::rc::Rc;
use std::time::Duration;

/// Creates a task for each guest who comes.
pub(crate) struct Door {
    pub(crate) listener: Rc<TcpListener>,
    pub(crate) room: SharedRoom,
}

impl Door {
    /// A connection that does not block, and whose lines do not wait for more.
    fn accept(&self) -> io::Result<Rc<TcpStream>> {
        let (socket, _) = self.listener.accept()?;
        socket.set_nonblocking(true)?;
        socket.set_nodelay(true)?;
        Ok(Rc::new(socket))
    }
}

impl Coroutine<Reply> for Door {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        match self.accept() {
            Ok(socket) => trap(NewTask("guest", Guest::new(self.room.clone(), socket))),
            Err(error) if error.kind() == WouldBlock => {
                trap(WaitRead(self.listener.clone()))
            }
            // Too many open sockets, perhaps. Some may be closed by then.
            Err(_) => trap(Sleep(Duration::from_secs(1))),
        }
    }
}
