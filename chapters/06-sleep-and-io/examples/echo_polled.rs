//! An echo server that never blocks, and asks every socket again and again.

#[path = "echo/two_hikers.rs"]
mod two_hikers;

use std::io::{self, ErrorKind::WouldBlock, Read, Write};
use std::net::{TcpListener, TcpStream};

/// Echoes what has come, if anything has. Says whether the hiker is still there.
fn try_echo(socket: &mut TcpStream) -> io::Result<bool> {
    let mut bytes = [0; 4096];
    match socket.read(&mut bytes) {
        Ok(0) => Ok(false),
        Ok(count) => socket.write_all(&bytes[..count]).map(|()| true),
        Err(error) if error.kind() == WouldBlock => Ok(true),
        Err(error) => Err(error),
    }
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let hikers = two_hikers::come_to(listener.local_addr()?);
    listener.set_nonblocking(true)?;
    let mut sockets: Vec<TcpStream> = Vec::new();
    let (mut arrived, mut asked) = (0, 0);
    while arrived < 2 || !sockets.is_empty() {
        if let Ok((socket, _)) = listener.accept() {
            socket.set_nonblocking(true)?;
            sockets.push(socket);
            arrived += 1;
        }
        for at in (0..sockets.len()).rev() {
            asked += 1;
            if !try_echo(&mut sockets[at])? {
                sockets.remove(at);
            }
        }
    }
    eprintln!("{asked} times asked");
    hikers.join().expect("two hikers come home")
}
