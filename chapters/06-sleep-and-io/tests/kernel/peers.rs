//! Peers that send in bits, stall, flood, hang up halfway or without a word.

use crate::rig::{Echo, World, call, first, last, ms, nap, pair, read, tid};
use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch05_syscalls::{Kernel, KillTask, Reply, Trap, WaitTask, Yield, trap};
use ch06_sleep_and_io::{Clock, Reactor, Sleep, WaitRead};
use proptest::prelude::*;
use std::cell::Cell;
use std::io::{ErrorKind::WouldBlock, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::panic::resume_unwind;
use std::rc::Rc;
use std::thread;
use std::time::Instant;

/// What a peer does next.
#[derive(Clone, Debug)]
enum Act {
    Send(usize),
    Stall(u64),
    /// Reads so much at most, if there is something.
    Read(usize),
    /// Closes the socket, whatever is on its way.
    HangUp,
}

/// Does all this, then hangs up halfway, reads the rest, and expects to have heard what it
/// said.
struct Peer {
    socket: Option<Rc<TcpStream>>,
    acts: std::vec::IntoIter<Act>,
    /// How much it still wants to send now.
    to_send: usize,
    sent: usize,
    heard: usize,
    closing: bool,
    /// How many have come to their end without a panic.
    ended: Rc<Cell<usize>>,
}

/// The byte at this place of everything that a peer says.
fn byte(place: usize) -> u8 {
    (place * 31 + place / 251) as u8
}

impl Peer {
    /// Reads and checks. `None` if there is nothing yet.
    fn hear(&mut self, most: usize) -> Option<usize> {
        let mut chunk = [0; 4096];
        let mut socket = self.socket.as_deref()?;
        let count = socket.read(&mut chunk[..most.clamp(1, 4096)]).ok()?;
        for (index, heard) in chunk[..count].iter().enumerate() {
            assert_eq!(*heard, byte(self.heard + index), "at {}", self.heard + index);
        }
        self.heard += count;
        Some(count)
    }

    /// Sends. If there is no room, it makes some: its peer waits for it to read.
    fn send(&mut self) -> CoroutineState<Trap, ()> {
        let chunk: Vec<u8> =
            (self.sent..self.sent + self.to_send.min(1 << 16)).map(byte).collect();
        let socket = self.socket.clone().expect("it has not hung up");
        match (&*socket).write(&chunk) {
            Ok(count) => {
                self.sent += count;
                self.to_send -= count;
            }
            Err(error) if error.kind() == WouldBlock => {
                if self.hear(4096).is_none() {
                    return trap(WaitRead(socket));
                }
            }
            Err(error) => panic!("{error}"),
        }
        trap(Yield)
    }

    /// Reads to the end.
    fn close(&mut self) -> CoroutineState<Trap, ()> {
        let socket = self.socket.clone().expect("it has not hung up");
        if !std::mem::replace(&mut self.closing, true) {
            socket.shutdown(Shutdown::Write).expect("a socket");
        }
        match self.hear(4096) {
            None => trap(WaitRead(socket)),
            Some(0) => {
                assert_eq!(self.heard, self.sent, "something was lost");
                self.ended.update(|ended| ended + 1);
                Complete(())
            }
            Some(_) => trap(Yield),
        }
    }
}

impl Coroutine<Reply> for Peer {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        if self.to_send > 0 {
            return self.send();
        }
        match self.acts.next() {
            Some(Act::Send(count)) => self.to_send = count,
            Some(Act::Stall(time)) => return trap(Sleep(ms(time))),
            Some(Act::Read(most)) => drop(self.hear(most)),
            Some(Act::HangUp) => {
                self.socket = None;
                self.ended.update(|ended| ended + 1);
                return Complete(());
            }
            None => return self.close(),
        }
        trap(Yield)
    }
}

fn peers() -> impl Strategy<Value = Vec<Vec<Act>>> {
    let act = prop_oneof![
        6 => prop_oneof![1..20usize, 1..50_000usize].prop_map(Act::Send),
        2 => (1..4u64).prop_map(Act::Stall),
        4 => (1..5000usize).prop_map(Act::Read),
        1 => Just(Act::HangUp),
    ];
    prop::collection::vec(prop::collection::vec(act, 0..8), 1..6)
}

/// Each peer has an echo of its own, all in one kernel.
fn all_are_served(peers: Vec<Vec<Act>>) -> Result<(), TestCaseError> {
    let mut kernel = Kernel::new();
    kernel.attach(Reactor::new(Clock::stopped()));
    let (ended, count) = (Rc::new(Cell::new(0)), peers.len());
    for acts in peers {
        let (near, far) = pair();
        kernel.create_task("echo", Echo { socket: near, rest: Vec::new() });
        let (acts, ended) = (acts.into_iter(), Rc::clone(&ended));
        let (socket, closing) = (Some(far), false);
        let peer = Peer { socket, acts, to_send: 0, sent: 0, heard: 0, closing, ended };
        kernel.create_task("peer", peer);
    }
    prop_assert_eq!(kernel.run(), Ok(()));
    prop_assert_eq!(ended.get(), count, "a peer panicked");
    prop_assert_eq!(Rc::strong_count(&ended), 1, "a body was not dropped");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 30, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_peers_do_each_hears_what_it_said(peers in peers()) {
        all_are_served(peers)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 5_000, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    #[ignore = "5 000 groups of peers"]
    fn whatever_thousands_of_peers_do_each_hears_what_it_said(peers in peers()) {
        all_are_served(peers)?;
    }
}

/// More than all buffers hold: writes are short, and wait for room.
#[test]
fn sixteen_megabytes_come_back_whole() {
    all_are_served(vec![vec![Act::Send(16 << 20)]]).expect("nothing was lost");
}

/// A peer of its own thread sends as fast as it can.
#[test]
fn a_flood_keeps_nobody_from_waking() {
    let (near, far) = pair();
    let mut world = World::new(Clock::system());
    let echo = Echo { socket: near, rest: Vec::new() };
    let sleeper = [nap(20), nap(20), call(KillTask(tid(2)))];
    world.task("sleeper", sleeper);
    world.kernel.create_task("echo", echo);
    let far = Rc::into_inner(far).expect("the only owner");
    let flood = thread::spawn(move || {
        let (chunk, mut waste) = ([b'x'; 1 << 14], [0; 1 << 14]);
        loop {
            let written = (&far).write(&chunk);
            let gone = |error: std::io::Error| error.kind() != WouldBlock;
            let _ = (&far).read(&mut waste);
            if written.is_err_and(gone) {
                break;
            }
        }
    });
    let start = Instant::now();
    assert_eq!(world.run(), Ok(()));
    assert!(start.elapsed() < ms(5_000), "the sleeper came late");
    flood.join().expect("it ends when the echo is killed");
}

#[test]
fn a_peer_that_stalls_keeps_only_its_own_task() {
    let ((near, _far), (other, speaker)) = (pair(), pair());
    let mut world = World::new(Clock::stopped());
    world.task("first", [nap(1000), call(KillTask(tid(2)))]);
    world.task("stalled", [call(WaitRead(near))]);
    world.task("served", [call(WaitRead(other.clone())), call(WaitRead(other))]);
    let speak = |time| {
        let speaker = speaker.clone();
        first(move || drop((&*speaker).write(b"hey")), nap(time))
    };
    world.task("speaker", [speak(100), speak(100)]);
    assert_eq!(world.run(), Ok(()));
    let log = world.log();
    assert_eq!(log.iter().filter(|line| *line == "served goes on").count(), 2);
    assert!(!log.contains(&"stalled goes on".into()));
}

/// Panics when it is dropped.
struct Grudge;

impl Drop for Grudge {
    fn drop(&mut self) {
        resume_unwind(Box::new("a grudge"));
    }
}

#[test]
fn a_panic_closes_the_socket_and_its_peer_learns_of_it() {
    let (near, far) = pair();
    let mut world = World::new(Clock::stopped());
    world.task("waiter", [call(WaitTask(tid(3)))]);
    let closed = far.clone();
    let heard = last(move || assert_eq!(read(&closed), Ok(String::new())));
    world.task("peer", [call(WaitRead(far)), heard]);
    let panics = last(move || {
        let _held = near;
        resume_unwind(Box::new("on purpose"));
    });
    world.task("victim", [nap(10), panics]);
    assert_eq!(world.run(), Ok(()));
    assert!(world.log().contains(&"waiter: the other panicked: on purpose".into()));
}

#[test]
fn a_panic_in_drop_leaves_no_socket_open() {
    let (near, far) = pair();
    let mut world = World::new(Clock::stopped());
    world.task("killer", [nap(10), call(KillTask(tid(3)))]);
    world.task("waiter", [call(WaitTask(tid(3)))]);
    let (grudge, held) = (Grudge, near.clone());
    let never = last(move || drop((grudge, held)));
    world.task("victim", [call(WaitRead(near)), never]);
    assert_eq!(world.run(), Ok(()));
    assert!(world.log().contains(&"waiter: the other was killed".into()));
    assert_eq!(read(&far), Ok(String::new()), "it is closed");
}
