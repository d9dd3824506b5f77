use ch01_generators::Countdown;
use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Yielded};
use ch03_task::{Task, Tid};
use evidence::assert_lines;
use ex03_task::metered::Metered;
use std::cell::Cell;

fn shows(turns: &Cell<u32>) -> String {
    format!("meter: {}", turns.get())
}

/// Yields what it is told, and panics when told 13.
struct Echo;

impl Coroutine<u32> for Echo {
    type Yield = u32;
    type Return = ();

    fn resume_with(&mut self, told: u32) -> CoroutineState<u32, ()> {
        assert!(told != 13, "bad luck");
        Yielded(told)
    }
}

#[test]
fn a_meter_starts_at_nought() {
    let (_, turns) = Metered::new(Countdown::from(2));
    assert_lines("before the first turn the meter shows 0", &shows(&turns), "meter: 0");
}

#[test]
fn the_meter_counts_inside_a_task() {
    let (body, turns) = Metered::new(Countdown::from(2));
    let mut task: Task<u32> = Task::new(Tid::new(1), "countdown", body);
    let mut log = String::new();
    while let Yielded(number) = task.resume() {
        log += &format!("{number}, {}\n", shows(&turns));
    }
    assert_lines(
        "a countdown from 2 has three turns: two that yield, and the one in which it ends",
        &(log + "end, " + &shows(&turns)),
        "2, meter: 1\n1, meter: 2\nend, meter: 3",
    );
}

#[test]
fn the_meter_changes_nothing() {
    let (body, _) = Metered::new(Echo);
    let mut task: Task<u32, u32> = Task::new(Tid::new(1), "echo", body);
    task.set_send_value(7);
    assert_lines(
        "what is sent reaches the body, and what the body yields comes out",
        &format!("{:?}", task.resume()),
        "Yielded(7)",
    );
}

#[test]
fn a_turn_that_panics_counts() {
    let (body, turns) = Metered::new(Echo);
    let mut task: Task<u32, u32> = Task::new(Tid::new(1), "echo", body);
    task.set_send_value(13);
    let state = task.resume();
    assert_lines(
        "the body's panic is the task's end, and the turn counts",
        &format!("{state:?}\n{}", shows(&turns)),
        "Complete(Panicked(\"bad luck\"))\nmeter: 1",
    );
}

#[test]
fn every_meter_counts_alone() {
    let (mut first, first_turns) = Metered::new(Countdown::from(5));
    let (_second, second_turns) = Metered::new(Countdown::from(5));
    first.resume_with(());
    assert_lines(
        "one turn of the first body moves the first meter, not the second",
        &format!("first {}\nsecond {}", shows(&first_turns), shows(&second_turns)),
        "first meter: 1\nsecond meter: 0",
    );
}
