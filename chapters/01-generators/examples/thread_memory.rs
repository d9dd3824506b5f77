//! What 1 000 threads cost that only wait, and what 1 000 countdowns cost. Linux only.

use ch01_generators::Countdown;
use std::{fs, io, thread};

fn main() -> io::Result<()> {
    let countdowns: Vec<_> = (0..1_000).map(|_| Countdown::from(10)).collect();
    println!("1000 countdowns: {} bytes", size_of_val(&countdowns[..]));

    let before = usage()?;
    for _ in 0..1_000 {
        thread::Builder::new().spawn(thread::park)?;
    }
    let after = usage()?;
    println!("1000 threads: {} KiB set aside", after[0] - before[0]);
    println!("1000 threads: {} KiB in use", after[1] - before[1]);
    Ok(())
}

/// How much address space this process has set aside, and how much memory it uses, in KiB.
fn usage() -> io::Result<[usize; 2]> {
    let status = fs::read_to_string("/proc/self/status")?;
    let kib = |key| {
        let line = status.lines().find(|line| line.starts_with(key));
        let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
        number.ok_or_else(|| io::Error::other(format!("no {key} in /proc/self/status")))
    };
    Ok([kib("VmSize:")?, kib("VmRSS:")?])
}
