//! Does to the canyon what its list says.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch05_syscalls::{Reply, Trap, trap};
use ch06_sleep_and_io::{Sleep, WaitRead};
use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::rc::Rc;
use std::slice::Iter;
use std::time::Duration;

#[allow(dead_code)] // Polite hikers do not do all of it.
pub(crate) enum Act {
    Rest(u64),
    Shout(&'static str),
    /// Until there is something to hear.
    Wait,
    Hear,
    /// Has no more to say, and wants to hear the rest.
    HalfClose,
    /// Shouts until the air is full.
    Flood,
}

pub(crate) struct Hiker {
    pub(crate) name: &'static str,
    socket: Rc<TcpStream>,
    acts: Iter<'static, Act>,
}

impl Hiker {
    pub(crate) fn new(
        name: &'static str,
        canyon: SocketAddr,
        acts: &'static [Act],
    ) -> io::Result<Self> {
        let socket = TcpStream::connect(canyon)?;
        socket.set_nonblocking(true)?;
        socket.set_nodelay(true)?;
        Ok(Hiker { name, socket: Rc::new(socket), acts: acts.iter() })
    }

    fn hear(&self) -> io::Result<String> {
        let mut bytes = [0; 64];
        let count = (&*self.socket).read(&mut bytes)?;
        Ok(match count {
            0 => "silence".into(),
            _ => String::from_utf8_lossy(&bytes[..count]).into(),
        })
    }
}

impl Coroutine<Reply> for Hiker {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        let (name, mut socket) = (self.name, &*self.socket);
        loop {
            match self.acts.next() {
                None => return Complete(()),
                Some(Act::Rest(time)) => {
                    return trap(Sleep(Duration::from_millis(*time)));
                }
                Some(Act::Wait) => return trap(WaitRead(self.socket.clone())),
                Some(Act::Shout(text)) => {
                    println!("{name} shouts: {text}");
                    socket.write_all(text.as_bytes()).expect("room to shout");
                }
                Some(Act::Hear) => {
                    let text = self.hear().expect("it was waited for");
                    println!("  {name} hears: {text}");
                }
                Some(Act::HalfClose) => {
                    println!("{name} has nothing more to say");
                    socket.shutdown(Shutdown::Write).expect("a connection");
                }
                Some(Act::Flood) => {
                    println!("{name} shouts without end");
                    while socket.write(&[b'a'; 4096]).is_ok() {}
                    println!("{name} has to stop: no more room");
                }
            }
        }
    }
}
