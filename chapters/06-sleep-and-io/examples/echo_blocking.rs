//! An echo server that blocks: in `accept`, and in `read`.

#[path = "echo/two_hikers.rs"]
mod two_hikers;

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};

/// Echoes until the hiker has gone.
fn echo(mut socket: TcpStream) -> io::Result<()> {
    let mut bytes = [0; 4096];
    loop {
        let count = socket.read(&mut bytes)?;
        if count == 0 {
            return Ok(());
        }
        socket.write_all(&bytes[..count])?;
    }
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let hikers = two_hikers::come_to(listener.local_addr()?);
    for _ in 0..2 {
        let (socket, _) = listener.accept()?;
        echo(socket)?;
    }
    hikers.join().expect("two hikers come home")
}
