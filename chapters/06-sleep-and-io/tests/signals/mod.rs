//! Signals in great number.

use rustix::process::{Signal, getpid, kill_process};
use signal_hook::consts::SIGUSR1;
use signal_hook::low_level::{self, pipe};
use std::io::Read;
use std::os::unix::net::UnixStream;
use std::thread;
use std::time::{Duration, Instant};

/// Sends this process a signal every millisecond, for so long. Says how many
/// arrived.
pub(crate) fn bombarded(length: Duration, during: impl FnOnce()) -> usize {
    let (mut arrived, end) = UnixStream::pair().expect("a pair");
    let handler = pipe::register(SIGUSR1, end).expect("a handler");
    let sender = thread::spawn(move || {
        let start = Instant::now();
        while start.elapsed() < length {
            kill_process(getpid(), Signal::USR1).expect("our own process");
            thread::sleep(Duration::from_millis(1));
        }
    });
    during();
    sender.join().expect("no panic");
    low_level::unregister(handler);
    let mut bytes = Vec::new();
    arrived.read_to_end(&mut bytes).expect("a byte a signal")
}
