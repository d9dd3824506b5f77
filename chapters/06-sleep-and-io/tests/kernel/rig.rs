//! A kernel with a reactor, tasks that do what a list says, and sockets.

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch05_syscalls::{Deadlock, Kernel, Reply, SystemCall, Trap, Yield, trap};
use ch06_sleep_and_io::{Clock, Reactor, Sleep, WaitRead, WaitWrite};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::net::{TcpListener, TcpStream};
use std::rc::Rc;
use std::time::Duration;

/// What happened, a line each.
pub(crate) type Log = Rc<RefCell<Vec<String>>>;

/// One turn of a task: what it does, and the call that it ends with.
pub(crate) type Step = Box<dyn FnOnce() -> CoroutineState<Trap, ()>>;

/// A turn that ends with this call.
pub(crate) fn call(call: impl SystemCall + 'static) -> Step {
    Box::new(|| trap(call))
}

/// A turn that does this, and ends with this call.
pub(crate) fn first(act: impl FnOnce() + 'static, then: Step) -> Step {
    Box::new(|| {
        act();
        then()
    })
}

/// A turn that does this and is the last.
pub(crate) fn last(act: impl FnOnce() + 'static) -> Step {
    Box::new(|| {
        act();
        Complete(())
    })
}

/// A turn that ends with a sleep of so many milliseconds.
pub(crate) fn nap(millis: u64) -> Step {
    call(Sleep(ms(millis)))
}

pub(crate) fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

pub(crate) fn tid(number: u64) -> Tid {
    Tid::new(number)
}

/// Tasks made of steps, on a kernel.
pub(crate) struct World {
    pub(crate) kernel: Kernel,
    log: Log,
    alive: Rc<()>,
}

impl World {
    pub(crate) fn new(clock: Clock) -> Self {
        let mut world = World::without_reactor();
        world.kernel.attach(Reactor::new(clock));
        world
    }

    pub(crate) fn without_reactor() -> Self {
        let (kernel, log, alive) = (Kernel::new(), Log::default(), Rc::new(()));
        World { kernel, log, alive }
    }

    /// A task of these steps. Each reply is logged, with the task's name.
    pub(crate) fn task<const N: usize>(
        &mut self,
        name: &'static str,
        steps: [Step; N],
    ) -> Tid {
        let body = self.script(name, steps);
        self.kernel.create_task(name, body)
    }

    /// The body of such a task.
    pub(crate) fn script<const N: usize>(
        &self,
        name: &'static str,
        steps: [Step; N],
    ) -> Script {
        let (log, alive) = (Rc::clone(&self.log), Rc::clone(&self.alive));
        Script { name, steps: steps.into(), started: false, log, _alive: alive }
    }

    /// Runs, and expects that nothing is left of any task.
    #[track_caller]
    pub(crate) fn run(&mut self) -> Result<(), Deadlock> {
        let outcome = self.kernel.run();
        if outcome.is_ok() {
            assert_eq!(Rc::strong_count(&self.alive), 1, "a body was not dropped");
        }
        outcome
    }

    pub(crate) fn now(&mut self) -> Duration {
        self.kernel.device::<Reactor>().expect("a reactor").now()
    }

    pub(crate) fn log(&self) -> Vec<String> {
        self.log.borrow().clone()
    }

    /// How many bodies there are.
    pub(crate) fn alive(&self) -> usize {
        Rc::strong_count(&self.alive) - 1
    }
}

/// A task's turns, one after the other.
pub(crate) struct Script {
    name: &'static str,
    steps: VecDeque<Step>,
    started: bool,
    log: Log,
    _alive: Rc<()>,
}

impl Coroutine<Reply> for Script {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        if self.started {
            let line = match reply {
                Reply::Done => format!("{} goes on", self.name),
                Reply::Tid(tid) => format!("{} learns of {tid}", self.name),
                Reply::Exited(exit) => format!("{}: the other {exit}", self.name),
                Reply::Refused(why) => format!("{}: {why}", self.name),
            };
            self.log.borrow_mut().push(line);
        }
        self.started = true;
        self.steps.pop_front().map_or(Complete(()), |step| step())
    }
}

/// Sends back what comes, until the end or an error.
pub(crate) struct Echo {
    pub(crate) socket: Rc<TcpStream>,
    /// What is still to be sent back.
    pub(crate) rest: Vec<u8>,
}

impl Coroutine<Reply> for Echo {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        let mut socket = &*self.socket;
        let mut chunk = [0; 4096];
        if self.rest.is_empty() {
            match io::Read::read(&mut socket, &mut chunk) {
                Ok(0) => return Complete(()),
                Ok(count) => self.rest.extend(&chunk[..count]),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    return trap(WaitRead(self.socket.clone()));
                }
                Err(_) => return Complete(()),
            }
        }
        match io::Write::write(&mut socket, &self.rest) {
            Ok(count) => drop(self.rest.drain(..count)),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                return trap(WaitWrite(self.socket.clone()));
            }
            Err(_) => return Complete(()),
        }
        // A flood must not keep the others from their turns.
        trap(Yield)
    }
}

/// Kills all tasks, the caller too.
pub(crate) struct EndAll;

impl SystemCall for EndAll {
    fn handle(self: Box<Self>, _: Tid, kernel: &mut Kernel) {
        let all: Vec<Tid> = kernel.tasks().map(|(tid, _)| tid).collect();
        all.into_iter().for_each(|tid| kernel.kill(tid));
    }
}

/// Two ends of a connection, neither of which blocks.
pub(crate) fn pair() -> (Rc<TcpStream>, Rc<TcpStream>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let near = TcpStream::connect(address).expect("somebody listens");
    let (far, _) = listener.accept().expect("somebody connects");
    for socket in [&near, &far] {
        socket.set_nonblocking(true).expect("a socket");
        socket.set_nodelay(true).expect("a socket");
    }
    (Rc::new(near), Rc::new(far))
}

/// What one `read` says: the text, or what went wrong.
pub(crate) fn read(mut socket: &TcpStream) -> Result<String, io::ErrorKind> {
    let mut bytes = [0; 1024];
    let count =
        io::Read::read(&mut socket, &mut bytes).map_err(|error| error.kind())?;
    Ok(String::from_utf8_lossy(&bytes[..count]).into())
}

pub(crate) fn write(mut socket: &TcpStream, text: &str) -> io::Result<usize> {
    io::Write::write(&mut socket, text.as_bytes())
}

/// Writes until there is no more room.
pub(crate) fn fill(mut socket: &TcpStream) -> usize {
    let mut written = 0;
    let chunk = [b'x'; 1 << 16];
    while let Ok(count) = io::Write::write(&mut socket, &chunk) {
        written += count;
    }
    written
}
