//! Many at once, and the network: `gather`, `select`, timeouts, and TCP on a selector.

mod gather;
mod interval;
mod select;
mod selector;
mod sleep;
mod sockets;
mod tcp;
mod timeout;
mod wheel;

pub use gather::{TryGather, gather, gather_settled, try_gather};
pub use interval::{Interval, interval};
pub use select::{Either, select, select_all};
pub use selector::{Selector, event_loop};
pub use sleep::{Sleep, sleep};
pub use tcp::{ReadHalf, TcpListener, TcpStream, WriteHalf};
pub use timeout::{Elapsed, timeout};
