//! Sends back whatever comes, to one hiker.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch05_syscalls::{Reply, Trap, trap};
use ch06_sleep_and_io::{WaitRead, WaitWrite};
use std::io::{self, ErrorKind::WouldBlock, Read, Write};
use std::net::TcpStream;
use std::rc::Rc;

/// Sends back what one hiker shouts.
pub(crate) struct Echo {
    socket: Rc<TcpStream>,
    /// Shouted, and not yet sent back.
    air: Vec<u8>,
}

impl Echo {
    pub(crate) fn new(socket: Rc<TcpStream>) -> Self {
        Echo { socket, air: Vec::new() }
    }

    /// One `read` if there is nothing to send back, else one `write`. Says how far
    /// it got.
    fn step(&mut self) -> io::Result<usize> {
        if self.air.is_empty() {
            let mut bytes = [0; 4096];
            let count = (&*self.socket).read(&mut bytes)?;
            self.air.extend_from_slice(&bytes[..count]);
            Ok(count)
        } else {
            let count = (&*self.socket).write(&self.air)?;
            self.air.drain(..count);
            Ok(count)
        }
    }
}

impl Coroutine<Reply> for Echo {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        match self.step() {
            Ok(0) => return Complete(()),
            Ok(_) => {}
            Err(error) if error.kind() == WouldBlock => {}
            Err(error) => {
                println!("canyon: {}", error.kind());
                return Complete(());
            }
        }
        match self.air.is_empty() {
            true => trap(WaitRead(self.socket.clone())),
            false => trap(WaitWrite(self.socket.clone())),
        }
    }
}
