//! Who is ready: one question, three ways to ask it.

use rustix::buffer::spare_capacity;
use rustix::event::epoll::{self, CreateFlags, EventData, EventFlags};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::io::{self, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;

const NAMES: [&str; 3] = ["ann", "bob", "cid"];
const AT_ONCE: Option<&Timespec> = Some(&Timespec { tv_sec: 0, tv_nsec: 0 });

/// Hands over the whole list, and looks through the whole list for who is ready.
fn polled(sockets: &[UnixStream]) -> io::Result<Vec<&'static str>> {
    let mut list: Vec<_> =
        sockets.iter().map(|socket| PollFd::new(socket, PollFlags::IN)).collect();
    poll(&mut list, AT_ONCE)?;
    let all = NAMES.into_iter().zip(&list);
    let ready = all.filter(|(_, entry)| entry.revents().contains(PollFlags::IN));
    Ok(ready.map(|(name, _)| name).collect())
}

/// Makes a list that the operating system keeps. Each socket gets a number.
fn register(sockets: &[UnixStream], how: EventFlags) -> io::Result<OwnedFd> {
    let list = epoll::create(CreateFlags::CLOEXEC)?;
    for (number, socket) in (0..).zip(sockets) {
        epoll::add(&list, socket, EventData::new_u64(number), how)?;
    }
    Ok(list)
}

/// Is handed the numbers of those that are ready, and nobody else's.
fn woken(list: &OwnedFd) -> io::Result<Vec<&'static str>> {
    let mut events = Vec::with_capacity(NAMES.len());
    epoll::wait(list, spare_capacity(&mut events), AT_ONCE)?;
    Ok(events.iter().map(|event| NAMES[event.data.u64() as usize]).collect())
}

/// Lets bob write and be read, and asks after each step who is ready.
pub(crate) fn all() -> io::Result<()> {
    let pairs: Vec<_> =
        NAMES.iter().map(|_| UnixStream::pair()).collect::<Result<_, _>>()?;
    let (peers, sockets): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
    let level = register(&sockets, EventFlags::IN)?;
    let edge = register(&sockets, EventFlags::IN | EventFlags::ET)?;
    let ask = |moment: &str| -> io::Result<()> {
        println!("{moment}");
        println!("  poll, level   {:?}", polled(&sockets)?);
        println!("  epoll, level  {:?}", woken(&level)?);
        println!("  epoll, edge   {:?}", woken(&edge)?);
        Ok(())
    };
    let (mut peer, mut socket) = (&peers[1], &sockets[1]);

    ask("nobody has written")?;
    peer.write_all(b"four")?;
    ask("bob has written four bytes")?;
    socket.read_exact(&mut [0; 2])?;
    ask("two of them are read")?;
    peer.write_all(b"more")?;
    ask("bob has written again")?;
    socket.read_exact(&mut [0; 6])?;
    ask("all is read")
}
