use super::lines::Lines;
use super::script::Event::{self, CtrlC, HangUp, Say};
use super::script::{EVENING, VISITORS};
use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch05_syscalls::{Kernel, Reply, Trap, trap};
use ch06_sleep_and_io::{Sleep, WaitRead};
use signal_hook::{consts::SIGINT, low_level};
use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::rc::Rc;
use std::slice::Iter;
use std::time::Duration;

/// Three visitors come, and spend an evening.
pub(crate) fn visit(kernel: &mut Kernel, fire: SocketAddr) -> io::Result<()> {
    let mut sockets = Vec::new();
    for name in VISITORS {
        let socket = TcpStream::connect(fire)?;
        socket.set_nonblocking(true)?;
        socket.set_nodelay(true)?;
        let socket = Rc::new(socket);
        sockets.push(socket.clone());
        kernel.create_task(name, Ears { name, socket, lines: Lines::default() });
    }
    kernel
        .create_task("evening", Evening { sockets, rest: EVENING.iter(), next: None });
    Ok(())
}

/// Lets one thing happen after the other.
struct Evening {
    sockets: Vec<Rc<TcpStream>>,
    rest: Iter<'static, (u64, Event)>,
    next: Option<&'static Event>,
}

impl Evening {
    fn happen(&self, event: &Event) -> io::Result<()> {
        match event {
            Say(who, text) => (&*self.sockets[*who]).write_all(text.as_bytes()),
            HangUp(who) => self.sockets[*who].shutdown(Shutdown::Write),
            CtrlC => low_level::raise(SIGINT),
        }
    }
}

impl Coroutine<Reply> for Evening {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        if let Some(event) = self.next.take() {
            self.happen(event).expect("the fire burns");
        }
        let Some((time, event)) = self.rest.next() else { return Complete(()) };
        self.next = Some(event);
        trap(Sleep(Duration::from_millis(*time)))
    }
}

/// Prints what a visitor hears, to the end.
struct Ears {
    name: &'static str,
    socket: Rc<TcpStream>,
    lines: Lines,
}

impl Coroutine<Reply> for Ears {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        let mut bytes = [0; 512];
        match (&*self.socket).read(&mut bytes) {
            Ok(0) => return Complete(()),
            Ok(count) => self.lines.push(&bytes[..count]).expect("short lines"),
            Err(_) => {}
        }
        while let Some(line) = self.lines.next() {
            println!("{} hears  {line}", self.name);
        }
        trap(WaitRead(self.socket.clone()))
    }
}
