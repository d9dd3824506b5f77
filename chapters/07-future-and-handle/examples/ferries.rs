//! A timetable of ferries. One is cancelled, and two leave at the same minute.

use ch04_scheduler::trace;
use ch07_future_and_handle::{EventLoop, call_later, stop, time};
use std::time::Duration;

fn minutes(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// A minute of the timetable takes a millisecond.
fn leaves(island: &str) {
    println!("{:3}  to {island}", time().as_millis());
}

fn main() {
    trace::init();
    let pier = EventLoop::from_env();
    pier.call_at(minutes(60), || leaves("Juist"));
    pier.call_at(minutes(20), || {
        leaves("Baltrum");
        call_later(minutes(30), || leaves("Baltrum, again"));
    });
    let fog = pier.call_at(minutes(40), || leaves("Norderney"));
    pier.call_at(minutes(20), || leaves("Langeoog"));
    pier.call_at(minutes(30), move || {
        println!("{:3}  fog: none to Norderney", time().as_millis());
        fog.cancel();
    });
    pier.call_at(minutes(90), stop);
    pier.run_forever();
}
