//! What a thread costs, and what a task of chapter 04's scheduler costs. Linux only.

use ch01_generators::{
    CoroutineState::{self, Complete, Yielded},
    Generator,
};
use ch04_scheduler::Scheduler;
use std::time::{Duration, Instant};
use std::{fs, io, thread};

const ROUNDS: usize = 9;
const LIVES: u32 = 1_000;
const SWITCHES: u32 = 10_000;
const THREADS: usize = 1_000;
const TASKS: usize = 100_000;

/// Yields so many times, and completes.
struct Turns(u32);

impl Generator for Turns {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        if self.0 == 0 {
            return Complete(());
        }
        self.0 -= 1;
        Yielded(())
    }
}

/// Threads are created, and end.
fn thread_lives() {
    for _ in 0..LIVES {
        let thread = thread::spawn(|| {});
        thread.join().expect("an end");
    }
}

/// Tasks are created, and end.
fn task_lives() {
    let mut scheduler: Scheduler = Scheduler::new();
    for _ in 0..LIVES {
        scheduler.create_task("short", Turns(0));
        scheduler.run();
    }
}

/// Each thread wakes the other, and sleeps.
fn thread_switches() {
    let main = thread::current();
    let other = thread::spawn(move || {
        for _ in 0..SWITCHES / 2 {
            thread::park();
            main.unpark();
        }
    });
    for _ in 0..SWITCHES / 2 {
        other.thread().unpark();
        thread::park();
    }
    other.join().expect("it only takes turns");
}

/// Each task yields to the other.
fn task_switches() {
    let mut scheduler: Scheduler = Scheduler::new();
    scheduler.create_task("one", Turns(SWITCHES / 2));
    scheduler.create_task("other", Turns(SWITCHES / 2));
    scheduler.run();
}

fn time(work: fn()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The median of some runs. The two take turns, so that a busy machine slows both.
fn compare(what: &str, thread: fn(), task: fn(), count: u32) {
    let mut runs: Vec<_> = (0..ROUNDS).map(|_| [time(thread), time(task)]).collect();
    let mut median = |which: usize| {
        runs.sort_by_key(|run| run[which]);
        runs[ROUNDS / 2][which].as_nanos() / u128::from(count)
    };
    let (thread, task) = (median(0), median(1));
    println!("{what:<16} {thread:>7} ns {task:>7} ns");
}

/// How much memory this process uses, in bytes.
fn memory() -> io::Result<usize> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
    let kib: usize = kib.ok_or_else(|| io::Error::other("no VmRSS"))?;
    Ok(kib * 1024)
}

fn main() -> io::Result<()> {
    println!("{:<16} {:>10} {:>10}", "", "thread", "task");
    compare("create and end", thread_lives, task_lives, LIVES);
    compare("one switch", thread_switches, task_switches, SWITCHES);

    let before = memory()?;
    let mut scheduler: Scheduler = Scheduler::new();
    for _ in 0..TASKS {
        scheduler.create_task("waits", Turns(1));
    }
    let task = (memory()? - before) / TASKS;
    let before = memory()?;
    for _ in 0..THREADS {
        thread::Builder::new().spawn(thread::park)?;
    }
    let thread = (memory()? - before) / THREADS;
    println!("{:<16} {thread:>7} B  {task:>7} B", "memory, waiting");
    Ok(())
}
