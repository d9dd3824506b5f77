//! The client of the echo servers: a process of its own, on the other processor.
//!
//! It is bounded: so many connections, one request at a time on each, so many requests, and it
//! gives up after a minute.

use crate::process::stay_on_processor;
use anyhow::{Context, Result, bail, ensure};
use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};
use std::io::{ErrorKind, Read, Write};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const MESSAGE: [u8; 64] = [7; 64];
const PATIENCE: Duration = Duration::from_secs(60);

/// The running client, as the server's process sees it.
pub struct Client(Child);

impl Client {
    /// Starts it: this program, with the command `client`.
    pub fn start(server: SocketAddr, connections: usize, requests: usize) -> Client {
        let program = std::env::current_exe().expect("a path to this program");
        let child = Command::new(program)
            .args(["client", &server.to_string()])
            .args([connections.to_string(), requests.to_string()])
            .stdout(Stdio::piped())
            .spawn();
        Client(child.expect("this program can be started"))
    }

    /// What it has measured, once it has ended.
    pub fn nanoseconds_each(self) -> f64 {
        let output = self.0.wait_with_output().expect("its output");
        let text = String::from_utf8_lossy(&output.stdout);
        text.trim().parse().expect("the client measured something")
    }
}

/// Nanoseconds a request. The clock runs from the second round, when everybody is connected.
pub fn run(server: SocketAddr, connections: usize, requests: usize) -> Result<f64> {
    stay_on_processor(1);
    crate::process::allow_many_files();
    let mut crowd = Crowd::connect(server, connections)?;
    crowd.exchange(1)?;
    let start = Instant::now();
    crowd.exchange(requests - 1)?;
    Ok(crate::clock::nanoseconds_each(start, connections * (requests - 1)))
}

struct Crowd {
    connections: Vec<Connection>,
    poll: Poll,
    deadline: Instant,
}

struct Connection {
    stream: TcpStream,
    received: usize, // bytes of the message that is on its way back
    left: usize,     // requests that are not answered yet
}

impl Crowd {
    fn connect(server: SocketAddr, connections: usize) -> Result<Crowd> {
        let poll = Poll::new()?;
        let connect = |number| {
            let stream = std::net::TcpStream::connect(server).context("connecting")?;
            stream.set_nodelay(true)?;
            stream.set_nonblocking(true)?;
            let mut stream = TcpStream::from_std(stream);
            poll.registry().register(&mut stream, Token(number), Interest::READABLE)?;
            Ok(Connection { stream, received: 0, left: 0 })
        };
        let connections = (0..connections).map(connect).collect::<Result<_>>()?;
        Ok(Crowd { connections, poll, deadline: Instant::now() + PATIENCE })
    }

    /// So many requests on every connection.
    fn exchange(&mut self, requests: usize) -> Result<()> {
        for connection in &mut self.connections {
            connection.left = requests;
            connection.ask()?;
        }
        let mut busy = self.connections.len();
        let mut events = Events::with_capacity(1024);
        while busy > 0 {
            self.wait(&mut events)?;
            for event in &events {
                busy -= usize::from(self.connections[event.token().0].advance()?);
            }
        }
        Ok(())
    }

    fn wait(&mut self, events: &mut Events) -> Result<()> {
        let patience = self.deadline.saturating_duration_since(Instant::now());
        ensure!(!patience.is_zero(), "no end after {} s", PATIENCE.as_secs());
        match self.poll.poll(events, Some(patience)) {
            Err(error) if error.kind() != ErrorKind::Interrupted => Err(error.into()),
            _ => Ok(()),
        }
    }
}

impl Connection {
    fn ask(&mut self) -> Result<()> {
        ensure!(self.stream.write(&MESSAGE)? == MESSAGE.len(), "a short write");
        Ok(())
    }

    /// Reads what is there and asks again. True if that was the last answer.
    fn advance(&mut self) -> Result<bool> {
        let mut buffer = [0; 2 * MESSAGE.len()];
        match self.stream.read(&mut buffer) {
            Ok(0) => bail!("the server has closed a connection"),
            Ok(bytes) => self.received += bytes,
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(false),
            Err(error) => return Err(error.into()),
        }
        if self.received < MESSAGE.len() {
            return Ok(false);
        }
        (self.received, self.left) = (0, self.left - 1);
        if self.left > 0 {
            self.ask()?;
        }
        Ok(self.left == 0)
    }
}
