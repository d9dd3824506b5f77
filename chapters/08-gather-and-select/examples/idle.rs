//! One connection speaks, and many are silent. What does it cost to ask who it was?

use mio::net::UnixStream;
use mio::{Events, Interest, Poll, Token};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::io::{self, Read, Write};
use std::time::{Duration, Instant};

type Pair = (UnixStream, UnixStream);

/// The last one speaks, `ask` says who it was, and what it has said is read. It takes so
/// long, most of the time.
fn time(
    pairs: &[Pair],
    mut ask: impl FnMut() -> io::Result<usize>,
) -> io::Result<Duration> {
    let last = pairs.len() - 1;
    let (mut ours, mut theirs) = (&pairs[last].0, &pairs[last].1);
    let mut times = [Duration::ZERO; 201];
    for time in &mut times {
        let start = Instant::now();
        theirs.write_all(b"hey")?;
        assert_eq!(ask()?, last);
        ours.read_exact(&mut [0; 3])?;
        *time = start.elapsed();
    }
    times.sort();
    Ok(times[100])
}

/// As in chapter 06: hand over the whole list, each time.
fn with_poll(pairs: &[Pair]) -> io::Result<Duration> {
    time(pairs, || {
        let list = pairs.iter().map(|(ours, _)| PollFd::new(ours, PollFlags::IN));
        let mut list: Vec<PollFd> = list.collect();
        poll(&mut list, None)?;
        let ready = list.iter().position(|entry| !entry.revents().is_empty());
        Ok(ready.expect("somebody has spoken"))
    })
}

/// Register each of them, once.
fn with_selector(pairs: &mut [Pair]) -> io::Result<Duration> {
    let (mut selector, mut events) = (Poll::new()?, Events::with_capacity(8));
    for (number, (ours, _)) in pairs.iter_mut().enumerate() {
        selector.registry().register(ours, Token(number), Interest::READABLE)?;
    }
    time(pairs, || {
        selector.poll(&mut events, None)?;
        Ok(events.iter().next().expect("somebody has spoken").token().0)
    })
}

fn main() -> io::Result<()> {
    let limit = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit })?;
    println!("silent connections    poll, µs    selector, µs");
    for silent in [1, 10, 100, 1000] {
        let pairs = (0..=silent).map(|_| UnixStream::pair());
        let mut pairs = pairs.collect::<Result<Vec<_>, _>>()?;
        let [poll, selector] = [with_poll(&pairs)?, with_selector(&mut pairs)?]
            .map(|time| time.as_nanos() as f64 / 1000.0);
        println!("{silent:18}    {poll:8.1}    {selector:12.1}");
    }
    Ok(())
}
