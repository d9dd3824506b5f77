use std::collections::BTreeMap;
use std::io::Write;
use std::net::{Shutdown, TcpStream};
use std::rc::Rc;

/// Who sits around the fire, and how to reach them.
#[derive(Default)]
pub(crate) struct Room {
    seats: BTreeMap<u32, Rc<TcpStream>>,
    /// How many seats have ever been taken.
    taken: u32,
}

impl Room {
    /// Takes a seat, and returns its number.
    pub(crate) fn enter(&mut self, socket: Rc<TcpStream>) -> u32 {
        self.taken += 1;
        self.seats.insert(self.taken, socket);
        self.taken
    }

    /// Gives a seat up. Says whether it was still taken.
    pub(crate) fn leave(&mut self, seat: u32) -> bool {
        self.seats.remove(&seat).is_some()
    }

    /// Tells everybody but one. Returns how many heard it.
    pub(crate) fn tell_others(&self, seat: u32, line: &str) -> usize {
        let others = self.seats.iter().filter(|(other, _)| **other != seat);
        others.filter(|(_, socket)| say(socket, line)).count()
    }

    /// Tells everybody, and hangs up on them.
    pub(crate) fn close(&mut self, line: &str) {
        for socket in std::mem::take(&mut self.seats).into_values() {
            say(&socket, line);
            let _ = socket.shutdown(Shutdown::Both); // gone already: as good
        }
    }
}

/// Says one line, without waiting for room. Who has not listened for so long that
/// it does not fit is hung up on.
pub(crate) fn say(mut socket: &TcpStream, line: &str) -> bool {
    let line = format!("{line}\n");
    let said = socket.write(line.as_bytes()).is_ok_and(|count| count == line.len());
    if !said {
        let _ = socket.shutdown(Shutdown::Both); // gone already: as good
    }
    said
}
