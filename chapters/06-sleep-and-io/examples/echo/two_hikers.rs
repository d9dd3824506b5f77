//! Ann arrives first and takes a rest. Bob arrives second and shouts.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::Duration;

const A_WHILE: Duration = Duration::from_millis(500);

/// On a thread of their own, so that the server can do whatever it likes.
pub(crate) fn come_to(canyon: SocketAddr) -> JoinHandle<io::Result<()>> {
    thread::spawn(move || {
        let mut ann = TcpStream::connect(canyon)?;
        let mut bob = TcpStream::connect(canyon)?;
        bob.set_read_timeout(Some(A_WHILE))?;
        ann.set_read_timeout(Some(10 * A_WHILE))?;

        println!("ann rests, bob shouts");
        bob.write_all(b"hey")?;
        let at_once = hear("bob", &mut bob)?;
        thread::sleep(A_WHILE);
        println!("ann shouts");
        ann.write_all(b"ho")?;
        hear("ann", &mut ann)?;
        println!("ann goes home");
        drop(ann);
        if !at_once {
            hear("bob", &mut bob)?;
        }
        Ok(())
    })
}

/// Waits for an echo, but not for ever. Says whether there was one.
fn hear(name: &str, socket: &mut TcpStream) -> io::Result<bool> {
    let mut bytes = [0; 64];
    match socket.read(&mut bytes) {
        Ok(count) => {
            println!("  {name} hears: {}", String::from_utf8_lossy(&bytes[..count]));
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
            println!("  {name} hears nothing");
            Ok(false)
        }
        Err(error) => Err(error),
    }
}
