//! Which of these sockets is ready? Asked in three ways, beside idle sockets.

use crate::clock::nanoseconds_each;
use rustix::event::epoll::{self, CreateFlags, EventData, EventFlags};
use rustix::event::{PollFd, PollFlags};
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::os::fd::{AsFd, AsRawFd};
use std::time::Instant;

/// Connections on which nothing happens, and one that always has something to read.
pub struct Sockets {
    watched: Vec<TcpStream>,
    others: Vec<TcpStream>,
}

impl Sockets {
    /// `idle` of them, and the one that is ready.
    pub fn new(idle: usize) -> std::io::Result<Sockets> {
        crate::process::allow_many_files();
        let listener = TcpListener::bind("127.0.0.1:0")?;
        rustix::net::listen(&listener, 4096)?;
        let mut sockets = Sockets { watched: Vec::new(), others: Vec::new() };
        // Those that are watched come first, so that a thousand of them fit into `select`.
        while sockets.watched.len() <= idle {
            for _ in sockets.watched.len()..=idle.min(sockets.watched.len() + 1_000) {
                sockets.watched.push(TcpStream::connect(listener.local_addr()?)?);
            }
            for _ in sockets.others.len()..sockets.watched.len() {
                sockets.others.push(listener.accept()?.0);
            }
        }
        sockets.others[idle].write_all(b"!")?;
        Ok(sockets)
    }

    /// Nanoseconds a wait with the system call `select`; `None` if a descriptor's number is beyond
    /// its sets.
    pub fn select(&self, waits: usize) -> Option<f64> {
        use nix::sys::select::{FD_SETSIZE, FdSet, select};
        if self.watched.iter().any(|socket| socket.as_raw_fd() as usize >= FD_SETSIZE) {
            return None;
        }
        let start = Instant::now();
        for _ in 0..waits {
            let mut set = FdSet::new();
            for socket in &self.watched {
                set.insert(socket.as_fd());
            }
            assert_eq!(select(None, Some(&mut set), None, None, None), Ok(1));
        }
        Some(nanoseconds_each(start, waits))
    }

    /// Nanoseconds a wait with the system call `poll`.
    pub fn poll(&self, waits: usize) -> f64 {
        let watch = |socket| PollFd::new(socket, PollFlags::IN);
        let mut list: Vec<_> = self.watched.iter().map(watch).collect();
        let start = Instant::now();
        for _ in 0..waits {
            assert_eq!(rustix::event::poll(&mut list, None), Ok(1));
        }
        nanoseconds_each(start, waits)
    }

    /// Nanoseconds a wait with epoll. The sockets are registered once, before the clock starts.
    pub fn epoll(&self, waits: usize) -> std::io::Result<f64> {
        let epoll = epoll::create(CreateFlags::CLOEXEC)?;
        for (number, socket) in self.watched.iter().enumerate() {
            let data = EventData::new_u64(number as u64);
            epoll::add(&epoll, socket, data, EventFlags::IN)?;
        }
        let mut events = Vec::with_capacity(64);
        let start = Instant::now();
        for _ in 0..waits {
            events.clear();
            let space = rustix::buffer::spare_capacity(&mut events);
            assert_eq!(epoll::wait(&epoll, space, None), Ok(1));
        }
        Ok(nanoseconds_each(start, waits))
    }
}
