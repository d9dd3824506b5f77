//! The floor of the echo server: a loop over epoll written by hand, without futures or tasks.

#[path = "../workloads/network.rs"]
mod network;

use rustix::event::epoll::{self, CreateFlags, EventData, EventFlags};
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::fd::OwnedFd;

pub use network::turn;

pub fn serve(listener: TcpListener, connections: usize) {
    let epoll = epoll::create(CreateFlags::CLOEXEC).expect("epoll");
    let mut streams: Vec<_> = (0..connections)
        .map(|number| Some(accept(&listener, &epoll, number).expect("a client")))
        .collect();
    let mut open = connections;
    let mut events: Vec<epoll::Event> = Vec::with_capacity(1024);
    while open > 0 {
        events.clear();
        let space = rustix::buffer::spare_capacity(&mut events);
        if epoll::wait(&epoll, space, None).is_err() {
            continue; // interrupted
        }
        for event in &events {
            let slot = &mut streams[event.data.u64() as usize];
            if slot.as_mut().is_some_and(|stream| !echo(stream).expect("an echo")) {
                *slot = None;
                open -= 1;
            }
        }
    }
}

fn accept(
    listener: &TcpListener,
    epoll: &OwnedFd,
    number: usize,
) -> std::io::Result<TcpStream> {
    let (stream, _) = listener.accept()?;
    stream.set_nodelay(true)?;
    stream.set_nonblocking(true)?;
    let flags = EventFlags::IN | EventFlags::ET;
    epoll::add(epoll, &stream, EventData::new_u64(number as u64), flags)?;
    Ok(stream)
}

/// False if the client has closed the connection.
fn echo(stream: &mut TcpStream) -> std::io::Result<bool> {
    let mut buffer = [0; 1024];
    match stream.read(&mut buffer) {
        Ok(0) => Ok(false),
        Ok(bytes) => stream.write_all(&buffer[..bytes]).map(|()| true),
        Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(true),
        Err(error) => Err(error),
    }
}
