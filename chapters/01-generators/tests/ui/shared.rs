use ch01_generators::{Countdown, Generator};

fn call_out(countdown: &Countdown) {
    countdown.resume();
}

fn main() {
    let rocket = Countdown::from(3);
    call_out(&rocket);
    call_out(&rocket);
}
