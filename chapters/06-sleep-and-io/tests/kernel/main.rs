//! A kernel with a reactor, one case each.

mod calls;
mod faults;
mod limits;
mod loris;
mod many;
mod peers;
mod rig;
mod sleep;
mod sockets;
mod timers;
