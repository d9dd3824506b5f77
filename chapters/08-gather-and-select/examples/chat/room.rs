use ch08_gather_and_select::TcpStream;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::net::Shutdown;
use std::rc::Rc;

/// Who sits around the fire, and how to reach them. All tasks of the chat share it.
#[derive(Default)]
pub(crate) struct Room {
    seats: RefCell<BTreeMap<u32, Rc<TcpStream>>>,
}

impl Room {
    /// Tells everybody, and hangs up on them.
    pub(crate) fn close(&self, line: &str) {
        for stream in self.seats.take().into_values() {
            say(&stream, line);
            let _ = stream.shutdown(Shutdown::Both); // gone already: as good
        }
    }
}

/// A guest's place in the room, taken until it is dropped.
pub(crate) struct Seat {
    room: Rc<Room>,
    number: u32,
    /// Empty until the guest has given one.
    pub(crate) name: String,
}

impl Seat {
    /// The next free seat.
    pub(crate) fn take(room: Rc<Room>, stream: Rc<TcpStream>) -> Self {
        let mut seats = room.seats.borrow_mut();
        let number = seats.last_key_value().map_or(1, |(last, _)| last + 1);
        seats.insert(number, stream);
        drop(seats);
        Seat { room, number, name: String::new() }
    }

    /// Tells everybody but this one. Returns how many heard it.
    pub(crate) fn tell_others(&self, line: &str) -> usize {
        let seats = self.room.seats.borrow();
        let others = seats.iter().filter(|(number, _)| **number != self.number);
        others.filter(|(_, stream)| say(stream, line)).count()
    }
}

/// However a guest ends, the others learn of it.
impl Drop for Seat {
    fn drop(&mut self) {
        let left = self.room.seats.borrow_mut().remove(&self.number).is_some();
        if left && !self.name.is_empty() {
            self.tell_others(&format!("* {} left", self.name));
        }
    }
}

/// Says one line, without waiting for room. Who has not listened for so long that it does
/// not fit is hung up on.
pub(crate) fn say(stream: &TcpStream, line: &str) -> bool {
    let line = format!("{line}\n");
    let said = stream.try_write(line.as_bytes()).is_ok_and(|n| n == line.len());
    if !said {
        let _ = stream.shutdown(Shutdown::Both); // gone already: as good
    }
    said
}
