//! A crowd of connections that echo, of which a tenth is cut every second in one way or
//! another, among others that send a byte now and then and never read. Nothing is lost, nothing
//! stays open, and nobody waits long.
//!
//! There are a thousand of them, and not ten thousand as in chapter 08: each `poll` looks at all.
#![cfg(target_os = "linux")]

#[path = "kernel/rig.rs"]
#[allow(dead_code)]
mod rig;

use ch02_coroutines::{Coroutine, CoroutineState};
use ch05_syscalls::{Kernel, NewTask, Reply, Trap, trap};
use ch06_sleep_and_io::{Clock, Reactor, Sleep, WaitRead};
use evidence::siege::{Siege, allow_many_files, open_files};
use rig::{Echo, EndAll, ms};
use std::cell::Cell;
use std::io::ErrorKind::WouldBlock;
use std::net::TcpListener;
use std::process::{Child, ExitStatus};
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

#[test]
fn a_hundred_connections_of_which_some_are_cut() {
    withstand(Siege { visitors: 100, slow: 25, seconds: 2 });
}

#[test]
#[ignore = "a thousand connections, for a minute"]
fn a_thousand_connections_of_which_a_hundred_are_cut_every_second() {
    withstand(Siege { visitors: 900, slow: 100, seconds: 60 });
}

#[test]
#[ignore = "started by the others"]
fn the_other_end() {
    Siege::come();
}

/// What the server has seen.
#[derive(Default)]
struct Seen {
    open: Cell<u64>,
    served: Cell<u64>,
    /// What has become of the visitors, and how many connections they have left open.
    end: Cell<Option<(ExitStatus, u64)>>,
}

/// Echoes, and is counted as long as it does.
struct Guest {
    echo: Echo,
    seen: Rc<Seen>,
}

impl Coroutine<Reply> for Guest {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        self.echo.resume_with(reply)
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.seen.open.update(|open| open - 1);
    }
}

/// Lets everybody in.
struct Door {
    listener: Rc<TcpListener>,
    seen: Rc<Seen>,
}

impl Coroutine<Reply> for Door {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        let socket = match self.listener.accept() {
            Ok((socket, _)) => socket,
            Err(error) if error.kind() == WouldBlock => {
                return trap(WaitRead(self.listener.clone()));
            }
            Err(error) => panic!("there are files enough: {error}"),
        };
        socket.set_nonblocking(true).expect("a socket");
        self.seen.open.update(|open| open + 1);
        self.seen.served.update(|served| served + 1);
        let echo = Echo { socket: Rc::new(socket), rest: Vec::new() };
        trap(NewTask("guest", Guest { echo, seen: self.seen.clone() }))
    }
}

/// Waits until the visitors have gone, and all connections with them. Then all is over.
struct Host {
    visitors: Child,
    seen: Rc<Seen>,
    gone: Option<Instant>,
}

impl Coroutine<Reply> for Host {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        let Some(status) = self.visitors.try_wait().expect("a child") else {
            return trap(Sleep(ms(20)));
        };
        let left = self.seen.open.get();
        let gone = *self.gone.get_or_insert_with(Instant::now);
        if left > 0 && gone.elapsed() < Duration::from_secs(10) {
            return trap(Sleep(ms(20)));
        }
        self.seen.end.set(Some((status, left)));
        trap(EndAll)
    }
}

/// One at a time: files are counted.
static ALONE: Mutex<()> = Mutex::new(());

fn withstand(siege: Siege) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    allow_many_files();
    let before = open_files();
    let listener = Rc::new(TcpListener::bind("127.0.0.1:0").expect("a free port"));
    listener.set_nonblocking(true).expect("a socket");
    let address = listener.local_addr().expect("an address");

    let mut kernel = Kernel::new();
    kernel.attach(Reactor::new(Clock::system()));
    let seen = Rc::new(Seen::default());
    let host = Host { visitors: siege.begin(address), seen: seen.clone(), gone: None };
    kernel.create_task("host", host);
    kernel.create_task("door", Door { listener, seen: seen.clone() });
    assert_eq!(kernel.run(), Ok(()));

    let (visitors, left) = seen.end.get().expect("the host has seen them off");
    assert!(visitors.success(), "a visitor has lost something");
    assert_eq!(left, 0, "of {} connections", seen.served.get());
    assert!(seen.served.get() > siege.visitors + siege.slow, "none was replaced");
    assert_eq!(Rc::strong_count(&seen), 1, "a body was not dropped");
    drop(kernel);
    assert_eq!(open_files(), before);
}
