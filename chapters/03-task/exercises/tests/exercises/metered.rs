use ch01_generators::Countdown;
use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch03_task::{Exit, Task, Tid};
use ex03_task::metered::Metered;

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
    assert_eq!(turns.get(), 0, "before the first turn the meter shows 0");
}

#[test]
fn the_meter_counts_inside_a_task() {
    let (body, turns) = Metered::new(Countdown::from(2));
    let mut task: Task<u32> = Task::new(Tid::new(1), "countdown", body);
    let mut shown = Vec::new();
    while let Yielded(_) = task.resume() {
        shown.push(turns.get());
    }
    shown.push(turns.get());
    assert_eq!(
        shown,
        [1, 2, 3],
        "a countdown from 2 has three turns: two that yield, and the one in which it ends"
    );
}

#[test]
fn the_meter_changes_nothing() {
    let (body, _) = Metered::new(Echo);
    let mut task: Task<u32, u32> = Task::new(Tid::new(1), "echo", body);
    task.set_send_value(7);
    assert_eq!(
        task.resume(),
        Yielded(7),
        "what is sent reaches the body, and what the body yields comes out"
    );
}

#[test]
fn a_turn_that_panics_counts() {
    let (body, turns) = Metered::new(Echo);
    let mut task: Task<u32, u32> = Task::new(Tid::new(1), "echo", body);
    task.set_send_value(13);
    assert_eq!(
        task.resume(),
        Complete(Exit::Panicked("bad luck".into())),
        "the body's panic is the task's end"
    );
    assert_eq!(turns.get(), 1, "the turn in which the body panicked counts too");
}

#[test]
fn every_meter_counts_alone() {
    let (mut first, first_turns) = Metered::new(Countdown::from(5));
    let (_second, second_turns) = Metered::new(Countdown::from(5));
    first.resume_with(());
    assert_eq!(
        (first_turns.get(), second_turns.get()),
        (1, 0),
        "one turn of the first body moves the first meter, not the second"
    );
}
