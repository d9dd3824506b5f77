use crate::{kernel, minutes, now, turns};
use ch02_coroutines::CoroutineState::Complete;
use ch05_syscalls::{Kernel, KillTask, trap};
use ch06_sleep_and_io::Sleep;
use evidence::assert_lines;
use ex06_sleep_and_io::on_the_hour::{Cuckoo, SleepUntil};

#[test]
fn until_a_time_to_come() {
    let mut kernel = kernel();
    kernel.create_task(
        "sleeper",
        turns(|turn| match turn {
            1 => trap(Sleep(minutes(20))),
            2 => trap(SleepUntil(minutes(60))),
            _ => Complete(()),
        }),
    );
    kernel.run().expect("the sleeper ends");
    let end = now(&mut kernel);
    assert_eq!(end, minutes(60), "Expected: at 20 past it sleeps 40 minutes, not 60");
}

#[test]
fn until_a_time_that_is_over() {
    let mut kernel = kernel();
    kernel.create_task(
        "sleeper",
        turns(|turn| match turn {
            1 => trap(Sleep(minutes(70))),
            2 => trap(SleepUntil(minutes(60))),
            _ => Complete(()),
        }),
    );
    kernel.run().expect("the sleeper ends");
    let end = now(&mut kernel);
    assert_eq!(end, minutes(70), "Expected: 60 is over at 70, so it goes on at once");
}

#[test]
fn without_a_reactor() {
    let mut kernel = Kernel::new();
    kernel.create_task(
        "sleeper",
        turns(|turn| match turn {
            1 => trap(SleepUntil(minutes(60))),
            _ => Complete(()),
        }),
    );
    let outcome = kernel.run();
    assert!(outcome.is_ok(), "Expected: the call is refused, and the sleeper goes on");
}

thread_local! {
    static CALLS: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// Lets a cuckoo sing for this time, and says how often it has called.
fn cuckoo(song: u64, until: u64) -> String {
    let mut kernel = kernel();
    let killer = turns(move |turn| match turn {
        1 => trap(Sleep(minutes(until))),
        2 => trap(KillTask(ch03_task::Tid::new(2))),
        _ => Complete(()),
    });
    kernel.create_task("killer", killer);
    CALLS.set(0);
    let cuckoo = Cuckoo::new(minutes(60), minutes(song), |call| CALLS.set(call));
    kernel.create_task("cuckoo", cuckoo);
    kernel.run().expect("the cuckoo is killed");
    format!("{} calls", CALLS.get())
}

#[test]
fn a_cuckoo_calls_on_the_hour() {
    let count = cuckoo(3, 59);
    assert_lines("none before one o'clock", &count, "0 calls");
    assert_lines("the first at one o'clock", &cuckoo(3, 61), "1 calls");
}

#[test]
fn a_cuckoo_does_not_drift() {
    assert_lines(
        "a call at 1, 2, 3 … 24 o'clock, although each takes 3 minutes",
        &cuckoo(3, 24 * 60 + 1),
        "24 calls",
    );
}
