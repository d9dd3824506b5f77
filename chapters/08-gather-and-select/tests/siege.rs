//! A crowd of connections that echo, of which a tenth is cut every second in one way or
//! another, among others that send a byte now and then and never read. Nothing is lost, nothing
//! stays open, and nobody waits long.
#![cfg(target_os = "linux")]

use ch07_future_and_handle::{Task, spawn, time};
use ch08_gather_and_select::{TcpListener, TcpStream, event_loop, sleep};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::cell::{Cell, RefCell};
use std::env;
use std::fs;
use std::io;
use std::net::{Shutdown, SocketAddr};
use std::process::{Child, Command, Stdio};
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How many visitors, how many of them slow, and for how many seconds.
#[derive(Clone, Copy)]
struct Siege {
    visitors: u64,
    slow: u64,
    seconds: u64,
}

#[test]
fn two_hundred_connections_of_which_some_are_cut() {
    withstand(Siege { visitors: 200, slow: 50, seconds: 4 });
}

#[test]
#[ignore = "ten thousand connections, for a minute"]
fn ten_thousand_connections_of_which_a_thousand_are_cut_every_second() {
    withstand(Siege { visitors: 9_000, slow: 1_000, seconds: 60 });
}

/// What the server has seen.
#[derive(Default)]
struct Seen {
    open: Cell<u64>,
    served: Cell<u64>,
}

/// A connection, as long as it is open.
struct Open(Rc<Seen>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.open.update(|open| open - 1);
    }
}

/// One at a time: files are counted.
static ALONE: Mutex<()> = Mutex::new(());

fn withstand(siege: Siege) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    allow_many_files();
    let before = open_files();
    let event_loop = event_loop().expect("a selector");
    event_loop.run_until_complete(async move {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let seen = Rc::new(Seen::default());
        let door = spawn(accept(listener, seen.clone()));
        let mut visitors = bring(address, siege);
        let status = loop {
            if let Some(status) = visitors.try_wait().expect("a child") {
                break status;
            }
            sleep(Duration::from_millis(20)).await;
        };
        assert!(status.success(), "a visitor has lost something");
        let patience = time() + Duration::from_secs(10);
        while seen.open.get() > 0 && time() < patience {
            sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(seen.open.get(), 0, "of {} connections", seen.served.get());
        assert!(seen.served.get() > siege.visitors, "none was replaced");
        door.cancel_now();
    });
    drop(event_loop);
    assert_eq!(open_files(), before);
}

async fn accept(listener: TcpListener, seen: Rc<Seen>) {
    loop {
        let (stream, _) = listener.accept().await.expect("there are files enough");
        seen.open.update(|open| open + 1);
        seen.served.update(|served| served + 1);
        let open = Open(seen.clone());
        spawn(async move {
            let _open = open;
            // However it ends.
            let _ = echo(stream).await;
        });
    }
}

async fn echo(stream: TcpStream) -> io::Result<()> {
    let mut buffer = [0; 1024];
    loop {
        match stream.read(&mut buffer).await? {
            0 => return Ok(()),
            count => stream.write_all(&buffer[..count]).await?,
        }
    }
}

/// The visitors come in a process of their own, for each process may open only so many files.
fn bring(address: SocketAddr, siege: Siege) -> Child {
    let Siege { visitors, slow, seconds } = siege;
    Command::new(env::current_exe().expect("a path"))
        .args(["the_other_end", "--exact", "--ignored", "--nocapture"])
        .env("SIEGE", format!("{address} {visitors} {slow} {seconds}"))
        .stdout(Stdio::inherit())
        .spawn()
        .expect("it runs")
}

#[test]
#[ignore = "started by the others"]
fn the_other_end() {
    let Ok(siege) = env::var("SIEGE") else { return };
    let mut words = siege.split(' ');
    let address: SocketAddr = words.next().expect("an address").parse().expect("one");
    let numbers: Vec<u64> = words.map(|word| word.parse().expect("a number")).collect();
    let [visitors, slow, seconds] = numbers[..] else { panic!("three numbers") };
    allow_many_files();
    event_loop().expect("a selector").run_until_complete(async move {
        let end = time() + Duration::from_secs(seconds);
        let times = Rc::new(RefCell::new(Vec::new()));
        let come = |seed| spawn(visit(address, end, Random::new(seed), times.clone()));
        let all: Vec<Task<()>> = (0..visitors).map(come).collect();
        let dawdle = |_| spawn(dawdle(address, end));
        let rest: Vec<Task<()>> = (0..slow).map(dawdle).collect();
        for task in all.into_iter().chain(rest) {
            task.await.expect("no panic");
        }
        report(&mut times.take());
    });
}

/// How long they have waited for what they said to come back.
fn report(times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: f64| times[(times.len() as f64 * share) as usize];
    println!(
        "{} round trips: half within {:?}, 99 % within {:?}, 99.9 % within {:?}, all within {:?}",
        times.len(),
        at(0.5),
        at(0.99),
        at(0.999),
        times[times.len() - 1]
    );
    assert!(at(0.99) < Duration::from_secs(2), "too long");
}

/// Comes, talks for some seconds, and leaves in one way or another; then comes again.
async fn visit(
    address: SocketAddr,
    end: Duration,
    random: Random,
    times: Rc<RefCell<Vec<Duration>>>,
) {
    // Not all in the same moment: the operating system lets only 128 wait at the door, and
    // resets others.
    let spread = (end.as_millis() as u64 / 4).min(10_000);
    sleep(Duration::from_millis(random.below(spread))).await;
    while time() < end {
        let stream = TcpStream::connect(address).await.expect("somebody listens");
        let leave = (time() + Duration::from_millis(random.below(20_000))).min(end);
        if talk(&stream, &random, &times).await.is_err() {
            continue;
        }
        while time() < leave {
            let pause = Duration::from_millis(random.below(2000));
            sleep(pause.min(leave.saturating_sub(time()))).await;
            talk(&stream, &random, &times).await.expect("it has been let in");
        }
        part(stream, &random).await.expect("it has been let in");
    }
}

/// Says something, and hears it again.
async fn talk(
    stream: &TcpStream,
    random: &Random,
    times: &RefCell<Vec<Duration>>,
) -> io::Result<()> {
    let start = time();
    let length = 1 + random.below(4000);
    let said: Vec<u8> = (0..length).map(|_| random.below(256) as u8).collect();
    stream.write_all(&said).await?;
    assert!(hear(stream, said.len()).await? == said, "something else came back");
    times.borrow_mut().push(time() - start);
    Ok(())
}

/// So many bytes, or as many as come.
async fn hear(stream: &TcpStream, length: usize) -> io::Result<Vec<u8>> {
    let mut heard = vec![0; length];
    let mut count = 0;
    while count < length {
        match stream.read(&mut heard[count..]).await? {
            0 => break,
            more => count += more,
        }
    }
    heard.truncate(count);
    Ok(heard)
}

async fn part(stream: TcpStream, random: &Random) -> io::Result<()> {
    match random.below(3) {
        // Hangs up.
        0 => Ok(()),
        // Says something, and does not wait for the answer: a reset, if it comes.
        1 => stream.write_all(&[7; 3000]).await,
        // Says goodbye, and hears the rest.
        _ => {
            stream.write_all(b"goodbye").await?;
            stream.shutdown(Shutdown::Write)?;
            assert_eq!(hear(&stream, 100).await?, b"goodbye");
            Ok(())
        }
    }
}

/// Sends a byte now and then, and never reads.
async fn dawdle(address: SocketAddr, end: Duration) {
    let stream = TcpStream::connect(address).await.expect("somebody listens");
    while time() < end && stream.write_all(b".").await.is_ok() {
        sleep(Duration::from_millis(500)).await;
    }
}

/// Numbers that look like random ones, the same in every run.
struct Random(Cell<u64>);

impl Random {
    fn new(seed: u64) -> Self {
        Random(Cell::new((seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    fn below(&self, limit: u64) -> u64 {
        let mut state = self.0.get();
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        self.0.set(state);
        state % limit
    }
}

fn open_files() -> usize {
    fs::read_dir("/proc/self/fd").expect("Linux has it").count()
}

fn allow_many_files() {
    let limit = getrlimit(Resource::Nofile);
    let all = Rlimit { current: limit.maximum, ..limit };
    setrlimit(Resource::Nofile, all).expect("as many as we may");
}
