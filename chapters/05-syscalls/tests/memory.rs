//! A million yields take no more memory than a thousand. Alone in its process: what it
//! measures is the peak of the whole process.
#![cfg(target_os = "linux")]

use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch05_syscalls::{Kernel, Reply, Trap, Yield, trap};
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

/// The most memory that this process has held so far, in kB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux has it");
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number.expect("VmHWM: 1234 kB").parse().expect("a number of kB")
}

/// How far the peak rises while ten tasks make `yields` yields between them.
fn rise(yields: u32, hoards: bool) -> u64 {
    let before = peak();
    let mut kernel = Kernel::new();
    for _ in 0..10 {
        let body = Yields { left: yields / 10, hoard: Vec::new(), hoards };
        kernel.create_task("yields", body);
    }
    assert_eq!(kernel.run(), Ok(()));
    peak() - before
}

#[test]
fn a_million_yields_take_no_more_memory_than_a_thousand() {
    rise(1_000, false);
    let more = rise(1_000_000, false);
    assert!(more < 256, "a million yields raised the peak by {more} kB");

    // The measure works: whoever keeps something a yield is found out.
    let hoarded = rise(1_000_000, true);
    assert!(hoarded > 8_000, "a million hoarded replies: {hoarded} kB");
}
