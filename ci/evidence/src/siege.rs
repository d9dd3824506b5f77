//! A crowd that besieges a server which echoes: of the visitors, a tenth leaves every second, in
//! one way or another, and others come; some send a byte now and then and never read.
//!
//! They come in a process of their own, for each process may open only so many files: the test
//! program itself, started again for the test `the_other_end`, which [`comes`](Siege::come). Each
//! visitor is a thread that blocks, for visitors are not what is being tested.
//!
//! ```no_run
//! use evidence::siege::Siege;
//!
//! let server = "127.0.0.1:4000".parse().unwrap();
//! let siege = Siege { visitors: 100, slow: 25, seconds: 2 };
//! let status = siege.begin(server).wait().unwrap();
//! assert!(status.success(), "a visitor has lost something");
//! ```

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::cell::Cell;
use std::env;
use std::fs;
use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::process::{Child, Command};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How many visitors, how many slow ones besides, and for how many seconds.
#[derive(Clone, Copy, Debug)]
pub struct Siege {
    /// Who talk, hear, leave and come again.
    pub visitors: u64,
    /// Who send a byte now and then and never read.
    pub slow: u64,
    /// When all go home.
    pub seconds: u64,
}

/// Lets this process open as many files as it may.
pub fn allow_many_files() {
    let limit = getrlimit(Resource::Nofile);
    let all = Rlimit { current: limit.maximum, ..limit };
    setrlimit(Resource::Nofile, all).expect("as many as we may");
}

/// How many files this process has open.
pub fn open_files() -> usize {
    // One of them is the folder that is being read.
    fs::read_dir("/proc/self/fd").expect("Linux has it").count() - 1
}

impl Siege {
    /// Starts the visitors of this server. Their process ends with an error if one of them has
    /// not heard all that it said.
    ///
    /// # Panics
    ///
    /// If the process cannot be started.
    pub fn begin(self, server: SocketAddr) -> Child {
        let Siege { visitors, slow, seconds } = self;
        Command::new(env::current_exe().expect("a path"))
            .args(["the_other_end", "--exact", "--ignored", "--nocapture"])
            .env("SIEGE", format!("{server} {visitors} {slow} {seconds}"))
            .spawn()
            .expect("it runs")
    }

    /// The visitors, if this is their process; and how long they have waited for answers.
    ///
    /// # Panics
    ///
    /// If one of them has lost something, or one in a hundred has waited for two seconds.
    pub fn come() {
        let Ok(siege) = env::var("SIEGE") else { return };
        let mut words = siege.split(' ');
        let server = words.next().expect("an address").parse().expect("an address");
        let numbers: Vec<u64> =
            words.map(|word| word.parse().expect("a number")).collect();
        let [visitors, slow, seconds] = numbers[..] else { panic!("three numbers") };
        Siege { visitors, slow, seconds }.surround(server);
    }

    fn surround(self, server: SocketAddr) {
        allow_many_files();
        let end = Instant::now() + Duration::from_secs(self.seconds);
        let visitor =
            |seed| Visitor { server, end, random: Random::new(seed), siege: self };
        let all: Vec<_> =
            (0..self.visitors).map(|n| start(visitor(n), Visitor::visit)).collect();
        let slow: Vec<_> =
            (0..self.slow).map(|n| start(visitor(n), Visitor::dawdle)).collect();
        let lost = "a visitor has lost something";
        let times = all.into_iter().flat_map(|visitor| visitor.join().expect(lost));
        report(times.collect());
        slow.into_iter().for_each(|dawdler| dawdler.join().expect(lost));
    }
}

fn start<T: Send + 'static>(
    visitor: Visitor,
    does: fn(&Visitor) -> T,
) -> JoinHandle<T> {
    let thread = thread::Builder::new().stack_size(1 << 18);
    thread.spawn(move || does(&visitor)).expect("room for a thread")
}

/// How long they have waited for what they said to come back.
fn report(mut times: Vec<Duration>) {
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

struct Visitor {
    server: SocketAddr,
    end: Instant,
    random: Random,
    siege: Siege,
}

impl Visitor {
    /// Comes, talks for a while, and leaves in one way or another; then comes again. Gives how
    /// long it has waited for each answer.
    fn visit(&self) -> Vec<Duration> {
        let mut times = Vec::new();
        let whole = 1000 * self.siege.seconds;
        // Not all in the same moment: the operating system lets only 128 wait at the door, and
        // resets others.
        self.pause(whole / 6, self.end);
        while Instant::now() < self.end {
            let mut stream = self.connect();
            let stay = Duration::from_millis(self.random.below(whole / 3));
            let leave = (Instant::now() + stay).min(self.end);
            let Ok(time) = self.talk(&mut stream) else { continue };
            times.push(time);
            while Instant::now() < leave {
                self.pause((whole / 10).min(2000), leave);
                times.push(self.talk(&mut stream).expect("it has been let in"));
            }
            self.part(stream).expect("it has been let in");
        }
        times
    }

    fn pause(&self, most: u64, until: Instant) {
        let pause = Duration::from_millis(self.random.below(most));
        thread::sleep(pause.min(until.saturating_duration_since(Instant::now())));
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.server).expect("somebody listens");
        let patience = Some(Duration::from_secs(30));
        stream.set_read_timeout(patience).expect("a socket");
        stream
    }

    /// Says something, and hears it again.
    fn talk(&self, stream: &mut TcpStream) -> io::Result<Duration> {
        let start = Instant::now();
        let length = 1 + self.random.below(4000);
        let said: Vec<u8> = (0..length).map(|_| self.random.below(256) as u8).collect();
        stream.write_all(&said)?;
        assert!(hear(stream, length)? == said, "something else came back");
        Ok(start.elapsed())
    }

    fn part(&self, mut stream: TcpStream) -> io::Result<()> {
        match self.random.below(3) {
            // Hangs up.
            0 => Ok(()),
            // Says something, and does not wait for the answer: a reset, if it comes.
            1 => stream.write_all(&[7; 3000]),
            // Says goodbye, and hears the rest.
            _ => {
                stream.write_all(b"goodbye")?;
                stream.shutdown(Shutdown::Write)?;
                assert_eq!(hear(&mut stream, 100)?, b"goodbye");
                Ok(())
            }
        }
    }

    /// Sends a byte now and then, and never reads.
    fn dawdle(&self) {
        let mut stream = self.connect();
        while Instant::now() < self.end && stream.write_all(b".").is_ok() {
            thread::sleep(Duration::from_millis(500));
        }
    }
}

/// So many bytes, or as many as come.
fn hear(stream: &mut TcpStream, length: u64) -> io::Result<Vec<u8>> {
    let mut heard = Vec::new();
    stream.take(length).read_to_end(&mut heard)?;
    Ok(heard)
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
