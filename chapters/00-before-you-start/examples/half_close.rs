//! Each direction of a connection ends on its own.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread;

/// Adds up numbers, a line each, until there are no more of them. Then it answers.
fn adder(mut socket: TcpStream) -> io::Result<()> {
    let mut numbers = String::new();
    socket.read_to_string(&mut numbers)?; // returns at the end, and not before
    println!("the adder has seen the end, and answers");
    let sum: u32 = numbers.lines().filter_map(|line| line.parse::<u32>().ok()).sum();
    writeln!(socket, "{sum}")
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let mut client = TcpStream::connect(listener.local_addr()?)?;
    let (server, _) = listener.accept()?;

    client.write_all(b"20\n12\n10\n")?;
    client.shutdown(Shutdown::Write)?; // nothing more to say, but still listening
    if client.write(b"1\n").is_err_and(|error| error.kind() == ErrorKind::BrokenPipe) {
        println!("the client cannot write any more");
    }
    let adder = thread::spawn(|| adder(server));
    let mut sum = String::new();
    client.read_to_string(&mut sum)?;
    println!("it can still read: {}", sum.trim());
    adder.join().expect("it does not panic")
}
