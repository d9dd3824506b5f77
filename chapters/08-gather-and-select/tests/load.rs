//! Very many at once: connections, and tasks. It has a process of its own, for it needs
//! many files, and counts memory; and a second process for the other end.

use ch07_future_and_handle::{Task, spawn, yield_now};
use ch08_gather_and_select::{TcpListener, TcpStream, event_loop, gather};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::future::pending;
use std::io;
use std::net::SocketAddr;
use std::process::{Child, Command};
use std::time::Instant;

const CONNECTIONS: u64 = 10_000;
const TASKS: usize = 1_000_000;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let [_, flag, address, count] = args.as_slice()
        && flag == "--visit"
    {
        let (address, count) = (address.parse().unwrap(), count.parse().unwrap());
        return event_loop().unwrap().run_until_complete(visit(address, count));
    }
    let tests: [(&str, fn()); 3] = [
        ("memory_per_idle_task", memory_per_idle_task),
        ("a_million_tasks_spawned_and_joined", a_million_tasks_spawned_and_joined),
        ("ten_thousand_connections_echo", ten_thousand_connections_echo),
    ];
    for (name, test) in tests {
        let start = Instant::now();
        test();
        println!("test {name} ... ok ({:.1} s)", start.elapsed().as_secs_f64());
    }
}

/// Bytes of memory that this process has.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let rss = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = rss.and_then(|rss| rss.trim().strip_suffix(" kB"));
    1024 * kilobytes.and_then(|n| n.parse::<usize>().ok()).expect("a number")
}

/// 32 bytes for its slot, and 32 for the smallest box in which a future has room.
fn memory_per_idle_task() {
    let bytes = event_loop().unwrap().run_until_complete(async {
        let before = resident();
        for _ in 0..TASKS / 1000 {
            for _ in 0..1000 {
                spawn(pending::<()>());
            }
            // All of them run, and wait.
            yield_now().await;
        }
        (resident() - before) as f64 / TASKS as f64
    });
    println!("{bytes:.1} bytes an idle task");
    assert!(bytes <= 66.0, "{bytes}");
}

fn a_million_tasks_spawned_and_joined() {
    event_loop().unwrap().run_until_complete(async {
        let tasks: Vec<Task<usize>> =
            (0..TASKS).map(|n| spawn(async move { n })).collect();
        for (n, task) in tasks.into_iter().enumerate() {
            assert_eq!(task.await.expect("nobody panics"), n);
        }
    });
}

/// As many connections as there may be, up to ten thousand.
fn room() -> u64 {
    let limit = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit })
        .expect("more");
    let room = limit.maximum.map_or(CONNECTIONS, |most| CONNECTIONS.min(most - 100));
    if room < CONNECTIONS {
        println!("only {room} connections: more files must not be opened here");
    }
    room
}

fn ten_thousand_connections_echo() {
    let count = room();
    let mut visitors = event_loop().unwrap().run_until_complete(async move {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let visitors = bring(listener.local_addr().unwrap(), count);
        let echoes: Vec<_> = accept(&listener, count).await.unwrap();
        for echoed in gather(echoes).await {
            assert_eq!(echoed.unwrap(), 2 * MESSAGE.len());
        }
        visitors
    });
    assert!(visitors.wait().unwrap().success());
}

async fn accept(
    listener: &TcpListener,
    count: u64,
) -> io::Result<Vec<impl Future<Output = io::Result<usize>> + use<>>> {
    let mut echoes = Vec::new();
    for _ in 0..count {
        let (stream, _) = listener.accept().await?;
        stream.write_all(WELCOME).await?;
        echoes.push(echo(stream));
    }
    Ok(echoes)
}

/// Sends back what comes. Says how much it was.
async fn echo(stream: TcpStream) -> io::Result<usize> {
    let (mut buffer, mut sum) = ([0; 64], 0);
    loop {
        match stream.read(&mut buffer).await? {
            0 => return Ok(sum),
            n => {
                stream.write_all(&buffer[..n]).await?;
                sum += n;
            }
        }
    }
}

const WELCOME: &[u8] = b"!";
const MESSAGE: &[u8] = b"is anybody there?";

/// The other end, in another process.
fn bring(address: SocketAddr, count: u64) -> Child {
    let this = std::env::current_exe().expect("a path to this test");
    let args = ["--visit".into(), address.to_string(), count.to_string()];
    Command::new(this).args(args).spawn().expect("a second process")
}

/// Connects so often, and only then speaks: everywhere, and twice. It waits to be let in
/// each time: the queue at the door is short, and whoever finds it full is not answered
/// and tries again after a second.
async fn visit(address: SocketAddr, count: u64) {
    room();
    let mut streams = Vec::new();
    for _ in 0..count {
        let stream = TcpStream::connect(address).await.expect("a listener");
        assert_eq!(stream.read(&mut [0; 64]).await.expect("a welcome"), WELCOME.len());
        streams.push(stream);
    }
    gather(streams.into_iter().map(|stream| async move {
        for _ in 0..2 {
            stream.write_all(MESSAGE).await.unwrap();
            let (mut heard, mut buffer) = (0, [0; 64]);
            while heard < MESSAGE.len() {
                heard += stream.read(&mut buffer).await.unwrap();
            }
            assert_eq!(&buffer[..heard], MESSAGE);
        }
    }))
    .await;
}
