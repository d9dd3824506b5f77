//! A slow-loris crowd begins to ask, a byte at a time, and never comes to the end of it. That
//! keeps nobody else from being served.
//!
//! The clock is virtual. It stands still as long as anybody can go on, so that what is measured
//! is who waits for whom, and not how busy the machine is.

use crate::rig::{EndAll, World, call, ms, nap, read, write};
use ch02_coroutines::{
    Coroutine, CoroutineState,
    CoroutineState::{Complete, Yielded},
};
use ch03_task::Tid;
use ch05_syscalls::{Kernel, NewTask, Reply, SystemCall, Trap, Yield, trap};
use ch06_sleep_and_io::{Clock, Reactor, Sleep, WaitRead};
use std::cell::RefCell;
use std::io::ErrorKind::WouldBlock;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::rc::Rc;
use std::time::Duration;

/// All of them have room in the queue at the door, so that they come even if nobody lets them in.
const CROWD: usize = 100;
const VISITORS: u64 = 20;

/// When all go home, in milliseconds.
const EVENING: u64 = 1000;

fn connect(server: SocketAddr) -> Rc<TcpStream> {
    let socket = TcpStream::connect(server).expect("somebody listens");
    socket.set_nonblocking(true).expect("a socket");
    Rc::new(socket)
}

/// Reads a line, and sends it back.
struct Answer {
    socket: Rc<TcpStream>,
    line: String,
}

impl Coroutine<Reply> for Answer {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        match read(&self.socket) {
            Err(WouldBlock) => {}
            Ok(bytes) if !bytes.is_empty() => self.line += &bytes,
            _ => return Complete(()),
        }
        if self.line.ends_with('\n') {
            write(&self.socket, &self.line).expect("room for a line");
            return Complete(());
        }
        trap(WaitRead(self.socket.clone()))
    }
}

/// Lets visitors in. Each has a task; or, and that is the fault, this one has the time of all.
struct Door {
    listener: Rc<TcpListener>,
    one_by_one: bool,
    guest: Option<Answer>,
}

impl Coroutine<Reply> for Door {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        if let Some(guest) = &mut self.guest
            && let Yielded(call) = guest.resume_with(reply)
        {
            return Yielded(call);
        }
        self.guest = None;
        let Ok((socket, _)) = self.listener.accept() else {
            return trap(WaitRead(self.listener.clone()));
        };
        socket.set_nonblocking(true).expect("a socket");
        let guest = Answer { socket: Rc::new(socket), line: String::new() };
        if self.one_by_one {
            self.guest = Some(guest);
            return trap(Yield);
        }
        trap(NewTask("guest", guest))
    }
}

struct Dawdler(Rc<TcpStream>);

impl Coroutine<Reply> for Dawdler {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        write(&self.0, ".").expect("room for a byte");
        trap(Sleep(ms(50)))
    }
}

type Waits = Rc<RefCell<Vec<Duration>>>;

/// Comes at this time, asks, and notes how long it has waited for an answer.
struct Visitor {
    at: Duration,
    turn: u32,
    server: SocketAddr,
    socket: Option<Rc<TcpStream>>,
    waits: Waits,
}

impl Coroutine<Reply> for Visitor {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        self.turn += 1;
        match (self.turn, &self.socket) {
            (1, _) => trap(Sleep(self.at)),
            (2, _) => {
                let socket = connect(self.server);
                write(&socket, "is anybody there?\n").expect("room for a line");
                self.socket = Some(socket.clone());
                trap(WaitRead(socket))
            }
            (3, Some(socket)) => {
                assert_eq!(read(socket), Ok("is anybody there?\n".into()));
                trap(NoteWait { since: self.at, waits: self.waits.clone() })
            }
            _ => Complete(()),
        }
    }
}

struct NoteWait {
    since: Duration,
    waits: Waits,
}

impl SystemCall for NoteWait {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        let now = kernel.device::<Reactor>().expect("a reactor").now();
        self.waits.borrow_mut().push(now - self.since);
        kernel.reply(caller, Reply::Done);
    }
}

/// How long each visitor has waited who has been served.
fn waits(one_by_one: bool) -> Vec<Duration> {
    let listener = Rc::new(TcpListener::bind("127.0.0.1:0").expect("a free port"));
    listener.set_nonblocking(true).expect("a socket");
    let server = listener.local_addr().expect("an address");
    let mut world = World::new(Clock::stopped());
    world.task("host", [nap(EVENING), call(EndAll)]);
    for _ in 0..CROWD {
        world.kernel.create_task("dawdler", Dawdler(connect(server)));
    }
    world.kernel.create_task("door", Door { listener, one_by_one, guest: None });
    let waits = Waits::default();
    for n in 0..VISITORS {
        let (at, waits) = (ms(60 + 10 * n), waits.clone());
        let visitor = Visitor { at, turn: 0, server, socket: None, waits };
        world.kernel.create_task("visitor", visitor);
    }
    assert_eq!(world.run(), Ok(()));
    waits.take()
}

#[test]
fn a_slow_loris_crowd_keeps_nobody_waiting() {
    let served = waits(false);
    assert_eq!(served.len(), VISITORS as usize, "somebody has not been served");
    let longest = served.iter().max().expect("there are visitors");
    assert!(
        *longest < ms(EVENING / 4),
        "a visitor has waited for the crowd: {longest:?}"
    );
    assert!(waits(true).is_empty(), "this test would not notice");
}
