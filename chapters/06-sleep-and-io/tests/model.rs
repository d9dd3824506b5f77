//! Random programs on the kernel with a reactor, under the virtual clock, and on a model of
//! both: the same happens, in the same order and time, and nothing is left.

#[path = "../../05-syscalls/tests/model/body.rs"]
mod body;

use ch05_syscalls::{Device, Kernel};
use ch06_sleep_and_io::{Clock, Reactor, Sleep};
use model::{Program, duration, for_kernel, search};

/// The program on a kernel with a reactor.
fn agrees(program: &Program) -> Result<(), String> {
    let mut kernel = Kernel::new();
    kernel.attach(Reactor::new(Clock::stopped()));
    let expected = body::agrees(program, &mut kernel, |time| Box::new(Sleep(time)))?;
    let reactor = kernel.device::<Reactor>().expect("it was attached");
    match reactor.is_waited_for() {
        true => Err(format!("{program}\nthe reactor waits for a task that is gone")),
        false if reactor.now() == duration(expected.time) => Ok(()),
        false => Err(format!("{program}\nit is {:?} at the end", reactor.now())),
    }
}

fn the_reactor_agrees(programs: u32) {
    if let Err(difference) = search(programs, &for_kernel(), agrees) {
        panic!("{difference}");
    }
}

#[test]
fn the_reactor_and_the_model_agree() {
    the_reactor_agrees(500);
}

#[test]
#[ignore = "100 000 programs"]
fn the_reactor_and_the_model_agree_on_a_hundred_thousand() {
    the_reactor_agrees(100_000);
}
