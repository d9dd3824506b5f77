//! Somebody closes a socket that somebody else is about to wait for.

use rustix::event::{PollFd, PollFlags, poll};
use std::net::TcpStream;

fn wait(socket: TcpStream) {
    let mut fds = [PollFd::new(&socket, PollFlags::IN)];
    drop(socket);
    let _ = poll(&mut fds, None);
}

fn main() {}
