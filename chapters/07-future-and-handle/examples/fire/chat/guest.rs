use super::SharedRoom;
use super::lines::Lines;
use super::room::say;
use ch06_sleep_and_io::{Sleep, WaitRead};
use ch07_future_and_handle::call;
use std::io::{self, ErrorKind, Read};
use std::net::TcpStream;
use std::rc::Rc;
use std::time::Duration;

/// How long it takes until a guest learns who has listened.
const LATER: Duration = Duration::from_millis(500);

/// One guest, as the server sees it.
pub(crate) async fn guest(room: SharedRoom, socket: Rc<TcpStream>) -> io::Result<()> {
    say(&socket, "your name?");
    let mut seat = Seat::take(room, &socket);
    let mut lines = Lines::default();
    seat.name = next_line(&socket, &mut lines).await?;
    seat.tell_others(&format!("* {} sits down", seat.name));
    loop {
        let line = next_line(&socket, &mut lines).await?;
        let heard_by = seat.tell_others(&format!("{}: {line}", seat.name));
        call(Sleep(LATER)).await;
        if !say(&socket, &format!("(heard by {heard_by})")) {
            return Ok(());
        }
    }
}

/// The next line that is not empty. An error if none will come.
pub(crate) async fn next_line(
    socket: &Rc<TcpStream>,
    lines: &mut Lines,
) -> io::Result<String> {
    loop {
        while let Some(line) = lines.next() {
            if !line.is_empty() {
                return Ok(line);
            }
        }
        if !read(socket, lines)? {
            call(WaitRead(socket.clone())).await;
        }
    }
}

/// Takes in what has come. Says whether anything has.
fn read(mut socket: &TcpStream, lines: &mut Lines) -> io::Result<bool> {
    let mut bytes = [0; 512];
    match socket.read(&mut bytes) {
        Ok(0) => Err(ErrorKind::UnexpectedEof.into()),
        Ok(count) => lines.push(&bytes[..count]).map(|()| true),
        Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(false),
        Err(error) => Err(error),
    }
}

/// A guest's place in the room, taken until it is dropped.
struct Seat {
    room: SharedRoom,
    number: u32,
    /// Empty until the guest has given one.
    name: String,
}

impl Seat {
    fn take(room: SharedRoom, socket: &Rc<TcpStream>) -> Self {
        let number = room.borrow_mut().enter(socket.clone());
        Seat { room, number, name: String::new() }
    }

    fn tell_others(&self, line: &str) -> usize {
        self.room.borrow().tell_others(self.number, line)
    }
}

/// However a guest ends, the others learn of it.
impl Drop for Seat {
    fn drop(&mut self) {
        let left = self.room.borrow_mut().leave(self.number);
        if left && !self.name.is_empty() {
            self.tell_others(&format!("* {} left", self.name));
        }
    }
}
