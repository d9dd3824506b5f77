//! A million yields take no more memory than a thousand, nor do tasks that have come and gone.
//! Alone in its process: what it measures is the peak of the whole process.
#![cfg(target_os = "linux")]

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch05_syscalls::{Kernel, NewTask, Reply, Trap, WaitTask, Yield, trap};
use std::fs;

/// Yields so many times. If it `hoards`, it keeps every reply.
struct Yields {
    left: u32,
    hoard: Vec<Reply>,
    hoards: bool,
}

impl Coroutine<Reply> for Yields {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        if self.hoards {
            self.hoard.push(reply);
        }
        if self.left == 0 {
            return Complete(());
        }
        self.left -= 1;
        trap(Yield)
    }
}

/// Creates so many tasks, one after the other, and waits for each.
struct Parent {
    left: u32,
}

impl Coroutine<Reply> for Parent {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        if let Reply::Tid(child) = reply {
            return trap(WaitTask(child));
        }
        if self.left == 0 {
            return Complete(());
        }
        self.left -= 1;
        trap(NewTask("child", Yields { left: 1, hoard: Vec::new(), hoards: false }))
    }
}

/// The most memory that this process has held so far, in kB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux has it");
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number.expect("VmHWM: 1234 kB").parse().expect("a number of kB")
}

/// How far the peak rises while ten tasks make `yields` yields between them.
fn rise(yields: u32, hoards: bool) -> u64 {
    let body = || Yields { left: yields / 10, hoard: Vec::new(), hoards };
    rise_of((0..10).map(|_| body()))
}

/// How far the peak rises while tasks of these bodies run.
fn rise_of(
    bodies: impl IntoIterator<Item: Coroutine<Reply, Yield = Trap, Return = ()> + 'static>,
) -> u64 {
    let before = peak();
    let mut kernel = Kernel::new();
    for body in bodies {
        kernel.create_task("body", body);
    }
    assert_eq!(kernel.run(), Ok(()));
    peak() - before
}

#[test]
fn a_million_yields_take_no_more_memory_than_a_thousand() {
    rise(1_000, false);
    let more = rise(1_000_000, false);
    assert!(more < 256, "a million yields raised the peak by {more} kB");

    rise_of([Parent { left: 1_000 }]);
    let more = rise_of([Parent { left: 50_000 }]);
    assert!(more < 256, "50 000 tasks that are gone raised the peak by {more} kB");

    // The measure works: whoever keeps something a yield is found out.
    let hoarded = rise(1_000_000, true);
    assert!(hoarded > 8_000, "a million hoarded replies: {hoarded} kB");
}
