//! What belongs to the whole process: signals, how many files it may open, and how many are
//! open. One after the other, on the main thread, which is where signals arrive.

#[path = "../../06-sleep-and-io/tests/signals/mod.rs"]
mod signals;

use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, spawn, time};
use ch08_gather_and_select::{
    Selector, TcpListener, TcpStream, event_loop, sleep, timeout,
};
use rustix::process::{Resource, Rlimit};
use rustix::process::{getrlimit, setrlimit};
use signals::bombarded;
use std::fs::File;
use std::io;
use std::net;
use std::os::fd::AsRawFd;
use std::time::{Duration, Instant};

fn main() {
    let tests: [(&str, fn()); 6] = [
        ("a_signal_ends_no_wait", a_signal_ends_no_wait),
        ("a_signal_is_no_jump_in_virtual_time", a_signal_is_no_jump_in_virtual_time),
        ("out_of_files_on_accept", out_of_files_on_accept),
        ("a_door_that_sleeps_when_out_of_files", a_door_that_sleeps_when_out_of_files),
        ("out_of_files_on_connect_and_bind", out_of_files_on_connect_and_bind),
        ("nothing_stays_open", nothing_stays_open),
    ];
    for (name, test) in tests {
        test();
        println!("test {name} ... ok");
    }
}

const TOO_MANY: i32 = 24; // EMFILE

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

fn open_files() -> u64 {
    // One of them is the folder that is being read.
    std::fs::read_dir("/proc/self/fd").map_or(0, |files| files.count() as u64 - 1)
}

/// Until this is dropped, no more than so many files can be opened.
struct Limit(Rlimit);

impl Limit {
    fn of(more: u64) -> Self {
        let before = getrlimit(Resource::Nofile);
        // The limit is not on how many there are, but on their numbers.
        let null = || File::open("/dev/null").expect("room");
        let next: Vec<File> = (0..=more).map(|_| null()).collect();
        let current = next.last().map(|file| file.as_raw_fd() as u64);
        setrlimit(Resource::Nofile, Rlimit { current, ..before }).expect("less");
        Limit(before)
    }
}

impl Drop for Limit {
    fn drop(&mut self) {
        setrlimit(Resource::Nofile, self.0).expect("what it was");
    }
}

fn a_signal_ends_no_wait() {
    let signals = bombarded(ms(150), || {
        run(async {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            let visitor =
                TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
            let (server, _) = listener.accept().await.unwrap();
            let start = Instant::now();
            let hears = spawn(async move { visitor.read(&mut [0; 8]).await });
            sleep(ms(200)).await;
            assert!(start.elapsed() >= ms(200), "the sleep was cut short");
            assert!(!hears.is_ended(), "nobody has said anything");
            server.write_all(b"hey").await.unwrap();
            assert_eq!(hears.await.unwrap().unwrap(), 3);
        });
    });
    assert!(signals > 0, "no signal arrived");
}

/// Each jump takes five milliseconds of quiet, although a signal comes every one.
fn a_signal_is_no_jump_in_virtual_time() {
    let signals = bombarded(ms(50), || {
        let start = Instant::now();
        let selector = Selector::new(Clock::stopped()).expect("a selector");
        EventLoop::with_driver(selector).run_until_complete(async {
            // The clock waits for bytes as long as there is a socket.
            let _listener = TcpListener::bind("127.0.0.1:0").unwrap();
            for n in 1..=20 {
                sleep(ms(10)).await;
                assert_eq!(time(), n * ms(10));
            }
        });
        assert!(start.elapsed() >= ms(20 * 5), "a signal was taken for quiet");
    });
    assert!(signals > 0, "no signal arrived");
}

async fn echo(stream: TcpStream) -> io::Result<()> {
    let mut buffer = [0; 64];
    loop {
        match stream.read(&mut buffer).await? {
            0 => return Ok(()),
            n => stream.write_all(&buffer[..n]).await?,
        }
    }
}

/// Whether somebody is there who sends it back, within so many milliseconds.
async fn is_served(visitor: &TcpStream, within: u64) -> bool {
    visitor.write_all(b"?").await.expect("a connection");
    timeout(ms(within), visitor.read(&mut [0])).await.is_ok()
}

/// Long enough for a busy machine.
const LONG: u64 = 10_000;

async fn three_visitors(listener: &TcpListener) -> Vec<TcpStream> {
    let address = listener.local_addr().expect("an address");
    let mut visitors = Vec::new();
    for _ in 0..3 {
        visitors.push(TcpStream::connect(address).await.expect("a listener"));
    }
    visitors
}

fn run(future: impl Future<Output = ()> + 'static) {
    event_loop().expect("a selector").run_until_complete(future);
}

/// The error does not break the listener, and nobody who waits at the door is lost.
fn out_of_files_on_accept() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let visitors = three_visitors(&listener).await;
        let limit = Limit::of(1);
        let (first, _) = listener.accept().await.unwrap();
        for _ in 0..3 {
            let error = listener.accept().await.err().expect("no room");
            assert_eq!(error.raw_os_error(), Some(TOO_MANY));
        }
        drop(first);
        let (second, peer) = listener.accept().await.unwrap();
        assert_eq!(peer, visitors[1].local_addr().unwrap());
        drop(limit);
        let (_third, peer) = listener.accept().await.unwrap();
        assert_eq!(peer, visitors[2].local_addr().unwrap());
        spawn(echo(second));
        assert!(is_served(&visitors[1], LONG).await);
    });
}

/// The server of the book recovers by itself, when one of its guests leaves.
fn a_door_that_sleeps_when_out_of_files() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut visitors = three_visitors(&listener).await;
        let _limit = Limit::of(2);
        spawn(async move {
            loop {
                match listener.accept().await {
                    Ok((stream, _)) => drop(spawn(echo(stream))),
                    Err(_) => sleep(ms(10)).await,
                }
            }
        });
        assert!(is_served(&visitors[0], LONG).await);
        assert!(is_served(&visitors[1], LONG).await);
        assert!(!is_served(&visitors[2], 50).await);
        drop(visitors.remove(0));
        assert!(is_served(&visitors[0], LONG).await);
        assert!(is_served(&visitors[1], LONG).await);
    });
}

fn out_of_files_on_connect_and_bind() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let limit = Limit::of(0);
        let error = TcpStream::connect(address).await.err().expect("no room");
        assert_eq!(error.raw_os_error(), Some(TOO_MANY));
        let error = TcpListener::bind("127.0.0.1:0").err().expect("no room");
        assert_eq!(error.raw_os_error(), Some(TOO_MANY));
        let error = event_loop().err().expect("no room");
        assert_eq!(error.raw_os_error(), Some(TOO_MANY));
        drop(limit);
        assert!(TcpStream::connect(address).await.is_ok());
    });
}

/// Connections are made and left in all ways, a thousand times.
fn nothing_stays_open() {
    let before = open_files();
    run(async move {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let nowhere = net::TcpListener::bind("127.0.0.1:0").unwrap();
        let nowhere = std::mem::ManuallyDrop::new(nowhere).local_addr().unwrap();
        spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                spawn(echo(stream));
            }
        });
        for n in 0..1000 {
            let stream = TcpStream::connect(address).await.unwrap();
            match n % 4 {
                0 => drop(stream),
                1 => assert!(is_served(&stream, LONG).await),
                2 => drop(timeout(ms(0), stream.read(&mut [0])).await),
                _ => spawn(echo(stream)).cancel(),
            }
            drop(timeout(ms(0), TcpStream::connect(nowhere)).await);
        }
    });
    let one_on_purpose = 1;
    assert_eq!(open_files(), before + one_on_purpose);
}
