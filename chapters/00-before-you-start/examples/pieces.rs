//! What one side writes in one piece may arrive in two, and what it writes in two in one.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;

/// Reads once. What comes is what is there, up to `room` bytes.
fn read_once(socket: &mut UnixStream, room: usize) -> io::Result<String> {
    let mut buffer = vec![0; room];
    let count = socket.read(&mut buffer)?;
    Ok(String::from_utf8_lossy(&buffer[..count]).into_owned())
}

/// Takes the first whole line out of what has come so far. `None` if there is none yet.
fn take_line(received: &mut String) -> Option<String> {
    let end = received.find('\n')?;
    Some(received.drain(..=end).collect())
}

fn main() -> io::Result<()> {
    let (mut ann, mut bob) = UnixStream::pair()?;

    println!("two messages, one read:");
    ann.write_all(b"hello\n")?;
    ann.write_all(b"are you there?\n")?;
    println!("  {:?}", read_once(&mut bob, 100)?);

    println!("one message, two reads:");
    ann.write_all(b"the kettle is on\n")?;
    println!("  {:?}", read_once(&mut bob, 10)?);
    println!("  {:?}", read_once(&mut bob, 10)?);

    println!("lines, however they come:");
    let mut received = String::new();
    for piece in ["co", "me in\ntake", " a seat\nand"] {
        ann.write_all(piece.as_bytes())?;
        received += &read_once(&mut bob, 100)?;
        while let Some(line) = take_line(&mut received) {
            println!("  {line:?}");
        }
    }
    println!("  and half a line is kept: {received:?}");
    Ok(())
}
