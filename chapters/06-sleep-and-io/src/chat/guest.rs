use super::SharedRoom;
use super::lines::Lines;
use super::room::say;
use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch05_syscalls::{Reply, Trap, Yield, trap};
use ch06_sleep_and_io::{Sleep, WaitRead};
use std::io::{self, ErrorKind, Read};
use std::net::TcpStream;
use std::rc::Rc;
use std::time::Duration;

/// How long it takes until a guest learns who has listened.
const LATER: Duration = Duration::from_millis(500);

/// One guest, as the server sees it.
pub(crate) struct Guest {
    room: SharedRoom,
    seat: u32,
    socket: Rc<TcpStream>,
    lines: Lines,
    name: String,
    state: State,
}

/// What comes next.
enum State {
    /// A name.
    Entering,
    /// Something to tell the others.
    Listening,
    /// Telling the guest how many have heard it.
    Acknowledging(usize),
}

impl Guest {
    /// Takes a seat, and asks for a name.
    pub(crate) fn new(room: SharedRoom, socket: Rc<TcpStream>) -> Self {
        say(&socket, "your name?");
        let seat = room.borrow_mut().enter(socket.clone());
        let (lines, name, state) = (Lines::default(), String::new(), State::Entering);
        Guest { room, seat, socket, lines, name, state }
    }

    /// The next line. `None` if it is not there yet, an error if none will come.
    fn next_line(&mut self) -> io::Result<Option<String>> {
        if let Some(line) = self.lines.next() {
            return Ok(Some(line));
        }
        let mut bytes = [0; 512];
        match (&*self.socket).read(&mut bytes) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(count) => self.lines.push(&bytes[..count])?,
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
        Ok(self.lines.next())
    }

    /// What a line means depends on the state.
    fn hear(&mut self, line: &str) -> CoroutineState<Trap, ()> {
        if line.is_empty() {
            return trap(Yield);
        }
        if let State::Entering = self.state {
            self.name = line.into();
            self.state = State::Listening;
            self.tell_others(&format!("* {} sits down", self.name));
            return trap(Yield);
        }
        let heard_by = self.tell_others(&format!("{}: {line}", self.name));
        self.state = State::Acknowledging(heard_by);
        trap(Sleep(LATER))
    }

    fn tell_others(&self, line: &str) -> usize {
        self.room.borrow().tell_others(self.seat, line)
    }
}

impl Coroutine<Reply> for Guest {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        if let State::Acknowledging(heard_by) = self.state {
            if !say(&self.socket, &format!("(heard by {heard_by})")) {
                return Complete(());
            }
            self.state = State::Listening;
        }
        match self.next_line() {
            Ok(Some(line)) => self.hear(&line),
            Ok(None) => trap(WaitRead(self.socket.clone())),
            Err(_) => Complete(()),
        }
    }
}

/// However a guest ends, the others learn of it.
impl Drop for Guest {
    fn drop(&mut self) {
        let left = self.room.borrow_mut().leave(self.seat);
        if left && !self.name.is_empty() {
            self.tell_others(&format!("* {} left", self.name));
        }
    }
}
