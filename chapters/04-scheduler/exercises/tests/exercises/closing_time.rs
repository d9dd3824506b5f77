use crate::{Dish, Log};
use ch04_scheduler::Scheduler;
use evidence::assert_lines;
use ex04_scheduler::closing_time::run_for;

/// More steps than any of these tests has turns; few enough to be printed if they all happen.
const ENDLESS: u32 = 10;

fn kitchen(dishes: &[(&'static str, u32)]) -> (Scheduler, Log) {
    let (mut kitchen, log) = (Scheduler::new(), Log::default());
    for (name, steps) in dishes {
        kitchen.create_task(name, Dish::new(name, *steps, &log));
    }
    (kitchen, log)
}

fn bill(kitchen: &mut Scheduler, turns: usize) -> String {
    let exits = run_for(kitchen, turns).into_iter();
    exits.map(|(tid, exit)| format!("{tid} {exit}\n")).collect()
}

#[test]
fn turns_are_counted_not_tasks_that_ended() {
    let (mut kitchen, log) = kitchen(&[("stock", ENDLESS), ("stew", ENDLESS)]);
    let bill = bill(&mut kitchen, 3);
    assert_lines(
        "three turns, and then it is closing time, though nobody has ended",
        &log.take(),
        "stock 1\nstew 1\nstock 2",
    );
    assert_lines("nobody has ended, so the bill is empty", &bill, "");
}

#[test]
fn who_ended_is_on_the_bill_in_that_order() {
    let (mut kitchen, _) = kitchen(&[("soup", 2), ("egg", 1), ("stock", ENDLESS)]);
    assert_lines(
        "the egg ends in turn 5, the soup in turn 7",
        &bill(&mut kitchen, 7),
        "2 returned\n1 returned",
    );
}

#[test]
fn the_next_call_goes_on() {
    let (mut kitchen, log) = kitchen(&[("soup", 2), ("egg", 1)]);
    bill(&mut kitchen, 3);
    log.take();
    let bill = bill(&mut kitchen, 10);
    assert_lines(
        "turn 4 is the first of the second call, and the egg's; only two are left to give",
        &log.take(),
        "egg done\nsoup done",
    );
    assert_lines("each is on one bill only", &bill, "2 returned\n1 returned");
}

#[test]
fn no_turns_no_bill() {
    let (mut kitchen, log) = kitchen(&[("soup", 2)]);
    assert_lines("no turns, no bill", &bill(&mut kitchen, 0), "");
    assert_lines("nobody runs in no turns", &log.take(), "");
}
