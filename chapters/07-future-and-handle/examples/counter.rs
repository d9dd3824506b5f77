//! A post office. Who comes while others are served waits for the next round.

use ch04_scheduler::trace;
use ch07_future_and_handle::{EventLoop, call_soon, stop};

fn ann() {
    println!("Ann: a stamp, please");
    call_soon(|| println!("Ann: and an envelope"));
}

fn cid() {
    println!("Cid: are you closing?");
    stop();
}

fn main() {
    trace::init();
    let office = EventLoop::from_env();
    office.call_soon(ann);
    let bob = office.call_soon(|| println!("Bob: a parcel"));
    office.call_soon(cid);
    office.call_soon(|| println!("Dot: a letter"));
    bob.cancel();
    println!("nobody has been served yet");

    office.run_forever();
    println!("the shutter is down");
    office.run_once();
}
