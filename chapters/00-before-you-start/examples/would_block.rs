//! A socket that must not block says so instead of waiting, when reading and when writing.

use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;

/// What came of a read or a write, in words.
fn words(result: io::Result<usize>) -> String {
    match result {
        Ok(0) => "the end".into(),
        Ok(count) => format!("{count} bytes"),
        Err(error) if error.kind() == ErrorKind::WouldBlock => "would block".into(),
        Err(error) => error.to_string(),
    }
}

fn main() -> io::Result<()> {
    let (mut ann, mut bob) = UnixStream::pair()?;
    ann.set_nonblocking(true)?;
    bob.set_nonblocking(true)?;
    let mut buffer = [0; 64];

    println!("nothing to read: {}", words(bob.read(&mut buffer)));
    ann.write_all(b"soup?")?;
    println!("something there: {}", words(bob.read(&mut buffer)));
    println!("read once more:  {}", words(bob.read(&mut buffer)));

    let letters = vec![b'a'; 10_000_000];
    let taken = ann.write(&letters)?;
    println!("ten million letters fit: {}", taken == letters.len());
    println!("a few were taken: {}", taken > 0);
    while ann.write(&letters).is_ok() {}
    println!("one more letter: {}", words(ann.write(b"a")));

    drop(ann);
    while bob.read(&mut buffer)? > 0 {}
    println!("all read, and the other side gone: {}", words(bob.read(&mut buffer)));
    println!("write to nobody: {}", words(bob.write(b"hello?")));
    Ok(())
}
