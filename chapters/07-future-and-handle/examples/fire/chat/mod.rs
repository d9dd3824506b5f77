mod door;
#[path = "../../../../06-sleep-and-io/src/chat/evening.rs"]
mod evening;
mod guest;
mod host;
#[path = "../../../../06-sleep-and-io/src/chat/lines.rs"]
mod lines;
#[path = "../../../../06-sleep-and-io/src/chat/room.rs"]
mod room;
#[path = "../../../../06-sleep-and-io/src/chat/script.rs"]
mod script;

pub(crate) use evening::visit;
pub(crate) use host::host;
use room::Room;
use std::cell::RefCell;
use std::rc::Rc;

/// The room, as all tasks of the chat share it.
type SharedRoom = Rc<RefCell<Room>>;
