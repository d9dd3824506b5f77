//! A kernel with a reactor, one case each.

mod calls;
mod faults;
mod many;
mod rig;
mod sleep;
mod sockets;
mod timers;
