//! Drivers with one classic fault each: random programs find it.

use crate::Plain;
use crate::body;
use crate::list::{Fault, List};
use ch07_future_and_handle::EventLoop;
use model::{Program, event_loop, for_tasks, search};

fn agrees(program: &Program, fault: Option<Fault>) -> Result<(), String> {
    let real = EventLoop::with_driver(List::with(fault));
    body::agrees::<Plain>(program, real, &event_loop(program))
}

/// The shortest program that shows this fault, and what it shows.
fn counterexample(fault: Fault) -> String {
    let found =
        search(10_000, &for_tasks(1..6), |program| agrees(program, Some(fault)));
    let found = found.expect_err("the programs do not exclude this fault");
    println!("{found}");
    found
}

#[test]
fn the_plainest_driver_will_do() {
    assert_eq!(search(300, &for_tasks(1..6), |program| agrees(program, None)), Ok(()));
}

#[test]
fn a_lost_wakeup() {
    assert!(counterexample(Fault::LostWakeup).contains("nobody will ever be woken"));
}

#[test]
fn a_cancelled_task_left_registered() {
    assert!(counterexample(Fault::LeftRegistered).contains("Cancel("));
}

#[test]
fn lifo_instead_of_fifo() {
    counterexample(Fault::Lifo);
}

#[test]
fn spurious_wakeups_change_no_end() {
    let found = search(300, &for_tasks(1..6), |program| {
        let real = EventLoop::with_driver(List::with(Some(Fault::Spurious)));
        body::ends::<Plain>(program, real).map(drop)
    });
    assert_eq!(found, Ok(()));
}
