//! An echo server that sleeps until the operating system says which socket is ready.

#[path = "echo/two_hikers.rs"]
mod two_hikers;

use rustix::event::{PollFd, PollFlags, poll};
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};

/// Echoes what has come. Says whether the hiker is still there.
fn echo(socket: &mut TcpStream) -> io::Result<bool> {
    let mut bytes = [0; 4096];
    let count = socket.read(&mut bytes)?;
    socket.write_all(&bytes[..count])?;
    Ok(count > 0)
}

/// Sleeps until one of them is ready, and says which: first the listener, then the
/// sockets.
fn ready(listener: &TcpListener, sockets: &[TcpStream]) -> io::Result<Vec<bool>> {
    let mut fds = vec![PollFd::new(listener, PollFlags::IN)];
    fds.extend(sockets.iter().map(|socket| PollFd::new(socket, PollFlags::IN)));
    poll(&mut fds, None)?;
    Ok(fds.iter().map(|fd| !fd.revents().is_empty()).collect())
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let hikers = two_hikers::come_to(listener.local_addr()?);
    let mut sockets: Vec<TcpStream> = Vec::new();
    let (mut arrived, mut asked) = (0, 0);
    while arrived < 2 || !sockets.is_empty() {
        let ready = ready(&listener, &sockets)?;
        for at in (0..sockets.len()).rev().filter(|at| ready[at + 1]) {
            asked += 1;
            if !echo(&mut sockets[at])? {
                sockets.remove(at);
            }
        }
        if ready[0] {
            sockets.push(listener.accept()?.0);
            arrived += 1;
        }
    }
    eprintln!("{asked} times asked");
    hikers.join().expect("two hikers come home")
}
