//! Four bytes come, and two are read. What does an edge-triggered selector say to that? And
//! what does it say when the other side hangs up?

use mio::net::UnixStream;
use mio::{Events, Interest, Poll, Token};
use std::io::{self, ErrorKind, Read, Write};
use std::time::Duration;

/// What the selector has to say.
fn ask(poll: &mut Poll) -> io::Result<()> {
    let mut events = Events::with_capacity(8);
    poll.poll(&mut events, Some(Duration::from_millis(50)))?;
    let says = match events.iter().next() {
        None => "nothing",
        Some(event) if event.is_read_closed() => "ready, and closed",
        Some(_) => "ready",
    };
    println!("  the selector says: {says}");
    Ok(())
}

/// Reads at most so many bytes.
fn read(socket: &mut UnixStream, most: usize) -> io::Result<()> {
    let mut buffer = vec![0; most];
    match socket.read(&mut buffer) {
        Ok(n) => println!("  we ask for {most} bytes, and get {n}"),
        Err(error) if error.kind() == ErrorKind::WouldBlock => {
            println!("  we ask for {most} bytes, and are told to wait");
        }
        Err(error) => return Err(error),
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let mut poll = Poll::new()?;
    let (mut ours, mut theirs) = UnixStream::pair()?;
    poll.registry().register(&mut ours, Token(0), Interest::READABLE)?;

    println!("four bytes come");
    theirs.write_all(b"four")?;
    ask(&mut poll)?;
    read(&mut ours, 2)?;
    ask(&mut poll)?;
    read(&mut ours, 2)?;
    read(&mut ours, 2)?;

    println!("four more come");
    theirs.write_all(b"more")?;
    ask(&mut poll)?;
    read(&mut ours, 64)?;

    println!("four more come, and the other side hangs up");
    theirs.write_all(b"last")?;
    drop(theirs);
    ask(&mut poll)?;
    read(&mut ours, 64)?;
    ask(&mut poll)?;
    read(&mut ours, 64)
}
