//! Random programs on the kernel and on a model of it: the same happens, in the same
//! order, and nothing is left.

mod alarm;
mod body;
mod broken;

use alarm::Alarm;
use ch05_syscalls::Kernel;
use model::{Program, duration, for_kernel, search};

/// The program on a kernel with this alarm clock.
fn agrees(program: &Program, alarm: Alarm) -> Result<(), String> {
    let mut kernel = Kernel::new();
    kernel.attach(alarm);
    let expected = body::agrees(program, &mut kernel, alarm::sleep)?;
    let alarm = kernel.device::<Alarm>().expect("it was attached");
    match alarm.asleep.first() {
        Some((_, tid)) => Err(format!("{program}\nthe alarm is still set for {tid}")),
        None if alarm.now == duration(expected.time) => Ok(()),
        None => Err(format!("{program}\nit is {:?} at the end", alarm.now)),
    }
}

fn the_kernel_agrees(programs: u32) {
    let found =
        search(programs, &for_kernel(), |program| agrees(program, Alarm::default()));
    if let Err(difference) = found {
        panic!("{difference}");
    }
}

#[test]
fn the_kernel_and_the_model_agree() {
    the_kernel_agrees(1_000);
}

#[test]
#[ignore = "100 000 programs"]
fn the_kernel_and_the_model_agree_on_a_hundred_thousand() {
    the_kernel_agrees(100_000);
}
