use crate::measure::{Effort, Entry};
use ch05_syscalls::Kernel;
use ch06_sleep_and_io::{Clock, Reactor};
use ch07_future_and_handle::spawn;
use ch08_gather_and_select::{TcpStream, event_loop};
use echo::Echo;
use std::io::{self, Read, Write};
use std::net::{self, TcpListener};
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

/// Chapter 06's, the file itself.
#[path = "../../06-sleep-and-io/examples/echo/echo.rs"]
mod echo;

pub(crate) fn list(effort: Effort) -> Vec<(String, Vec<Entry>)> {
    [1, 10, 100, 400].map(|connections| race(connections, effort)).into()
}

fn race(connections: usize, effort: Effort) -> (String, Vec<Entry>) {
    let shouts = effort.of(2_000);
    let entry = |name, serve: fn(Vec<net::TcpStream>)| {
        Entry::new(name, shouts, move || {
            let (clients, servers) = connect(connections).expect("so many sockets");
            let client = thread::spawn(move || shout(clients, shouts));
            serve(servers);
            client.join().expect("no panic").expect("an echo of each shout")
        })
    };
    let entries = vec![
        entry("poll, about all", with_poll),
        entry("registered once", with_selector),
    ];
    (format!("an echo, 1 busy of {connections}"), entries)
}

/// Chapter 06: its kernel, its reactor, its echo.
fn with_poll(connections: Vec<net::TcpStream>) {
    let mut kernel = Kernel::new();
    kernel.attach(Reactor::new(Clock::system()));
    for connection in connections {
        connection.set_nonblocking(true).expect("a socket");
        kernel.create_task("echo", Echo::new(Rc::new(connection)));
    }
    kernel.run().expect("all hang up");
}

/// Chapter 08: its loop, its selector, its streams.
fn with_selector(connections: Vec<net::TcpStream>) {
    let serve = async {
        let connections = connections.into_iter();
        let tasks: Vec<_> = connections.map(|socket| spawn(echo(socket))).collect();
        for task in tasks {
            task.await.expect("no panic").expect("a connection");
        }
    };
    event_loop().expect("a selector").run_until_complete(serve);
}

async fn echo(connection: net::TcpStream) -> io::Result<()> {
    let stream = TcpStream::from_std(connection)?;
    let mut bytes = [0; 4096];
    loop {
        match stream.read(&mut bytes).await? {
            0 => return Ok(()),
            count => stream.write_all(&bytes[..count]).await?,
        }
    }
}

/// One of them shouts again and again, the others are silent.
fn shout(mut clients: Vec<net::TcpStream>, times: usize) -> io::Result<Duration> {
    let mut bytes = [0; 8];
    let start = Instant::now();
    for _ in 0..times {
        clients[0].write_all(b"anybody?")?;
        clients[0].read_exact(&mut bytes)?;
    }
    Ok(start.elapsed())
}

type Ends = Vec<net::TcpStream>;

fn connect(connections: usize) -> io::Result<(Ends, Ends)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let pair = |_| {
        let client = net::TcpStream::connect(address)?;
        let (server, _) = listener.accept()?;
        client.set_nodelay(true)?;
        server.set_nodelay(true)?;
        Ok((client, server))
    };
    (0..connections).map(pair).collect()
}
