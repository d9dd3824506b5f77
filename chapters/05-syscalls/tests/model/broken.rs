//! Devices with one classic fault each: random programs find it.

use crate::agrees;
use crate::alarm::{Alarm, Fault};
use model::{for_kernel, search};

/// The shortest program that shows this fault, and what it shows.
fn counterexample(fault: Fault) -> String {
    let broken = || Alarm { fault: Some(fault), ..Alarm::default() };
    let found = search(10_000, &for_kernel(), |program| agrees(program, broken()));
    let found = found.expect_err("the programs do not exclude this fault");
    println!("{found}");
    found
}

#[test]
fn a_lost_wakeup() {
    assert!(counterexample(Fault::LostWakeup).contains("nothing, not: "));
}

#[test]
fn a_task_woken_twice() {
    counterexample(Fault::WokenTwice);
}

#[test]
fn a_killed_task_left_registered() {
    assert!(counterexample(Fault::LeftRegistered).contains("Cancel("));
}

#[test]
fn lifo_instead_of_fifo() {
    counterexample(Fault::Lifo);
}

#[test]
fn time_that_passes_while_somebody_is_ready() {
    counterexample(Fault::Impatient);
}
