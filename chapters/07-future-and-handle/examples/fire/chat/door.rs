use super::SharedRoom;
use super::guest::guest;
use ch05_syscalls::NewTask;
use ch06_sleep_and_io::{Sleep, WaitRead};
use ch07_future_and_handle::{AsCoroutine, call};
use std::io::{self, ErrorKind::WouldBlock};
use std::net::{TcpListener, TcpStream};
use std::rc::Rc;
use std::time::Duration;

/// Creates a task for each guest who comes.
pub(crate) async fn door(listener: Rc<TcpListener>, room: SharedRoom) {
    loop {
        match accept(&listener) {
            Ok(socket) => {
                let guest = guest(room.clone(), socket);
                let body = AsCoroutine::new(async { drop(guest.await) });
                call(NewTask("guest", body)).await
            }
            Err(error) if error.kind() == WouldBlock => {
                call(WaitRead(listener.clone())).await
            }
            // Too many open sockets, perhaps. Some may be closed by then.
            Err(_) => call(Sleep(Duration::from_secs(1))).await,
        };
    }
}

/// A connection that does not block, and whose lines do not wait for more.
fn accept(listener: &TcpListener) -> io::Result<Rc<TcpStream>> {
    let (socket, _) = listener.accept()?;
    socket.set_nonblocking(true)?;
    socket.set_nodelay(true)?;
    Ok(Rc::new(socket))
}
