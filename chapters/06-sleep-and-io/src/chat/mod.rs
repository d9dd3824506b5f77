//! A chat: who sits around the fire hears what the others say.

mod door;
mod evening;
mod guest;
mod host;
mod lines;
mod room;
mod script;

pub(crate) use evening::visit;
pub(crate) use host::Host;
use room::Room;
use std::cell::RefCell;
use std::rc::Rc;

/// The room, as all tasks of the chat share it.
type SharedRoom = Rc<RefCell<Room>>;
