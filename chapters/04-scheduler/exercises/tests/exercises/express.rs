use crate::{Dish, Log};
use evidence::assert_lines;
use ex04_scheduler::express::{Kitchen, Lane};

fn kitchen(
    express: &[(&'static str, u32)],
    normal: &[(&'static str, u32)],
) -> (Kitchen, Log) {
    let (mut kitchen, log) = (Kitchen::default(), Log::default());
    for (name, steps) in express {
        kitchen.express.create_task(name, Dish::new(name, *steps, &log));
    }
    for (name, steps) in normal {
        kitchen.normal.create_task(name, Dish::new(name, *steps, &log));
    }
    (kitchen, log)
}

/// What happens in so many turns, or up to the first `None`.
fn turns(kitchen: &mut Kitchen, log: &Log, turns: usize) -> String {
    (0..turns).map_while(|_| kitchen.step()).for_each(drop);
    log.take()
}

#[test]
fn three_to_one() {
    let (mut kitchen, log) = kitchen(&[("toast", 99)], &[("stew", 99)]);
    assert_lines(
        "three express turns, then a normal one, and so on",
        &turns(&mut kitchen, &log, 9),
        "toast 1\ntoast 2\ntoast 3\nstew 1\ntoast 4\ntoast 5\ntoast 6\nstew 2\ntoast 7",
    );
}

#[test]
fn each_kind_takes_turns_within_itself() {
    let dishes = ([("toast", 99), ("egg", 99)], [("stew", 99), ("roast", 99)]);
    let (mut kitchen, log) = kitchen(&dishes.0, &dishes.1);
    assert_lines(
        "within a kind it is round robin",
        &turns(&mut kitchen, &log, 8),
        "toast 1\negg 1\ntoast 2\nstew 1\negg 2\ntoast 3\negg 3\nroast 1",
    );
}

#[test]
fn express_alone_does_not_wait() {
    let (mut kitchen, log) = kitchen(&[("toast", 4)], &[]);
    assert_lines(
        "no normal dish is there, so express goes on to its end",
        &turns(&mut kitchen, &log, 9),
        "toast 1\ntoast 2\ntoast 3\ntoast 4\ntoast done",
    );
}

#[test]
fn express_turns_count_while_no_normal_dish_is_there() {
    let (mut kitchen, log) = kitchen(&[("toast", 99)], &[]);
    turns(&mut kitchen, &log, 5);
    kitchen.normal.create_task("stew", Dish::new("stew", 99, &log));
    assert_lines(
        "five express turns have passed when the stew is ordered, so it goes first",
        &turns(&mut kitchen, &log, 5),
        "stew 1\ntoast 6\ntoast 7\ntoast 8\nstew 2",
    );
}

#[test]
fn normal_alone_does_not_wait() {
    let (mut kitchen, log) = kitchen(&[("toast", 1)], &[("stew", 3)]);
    assert_lines(
        "when express is done, normal has all the turns",
        &turns(&mut kitchen, &log, 9),
        "toast 1\ntoast done\nstew 1\nstew 2\nstew 3\nstew done",
    );
}

#[test]
fn a_turn_says_which_kind_it_was() {
    let (mut kitchen, _) = kitchen(&[("toast", 0)], &[("stew", 0)]);
    let lanes: Vec<_> =
        std::iter::from_fn(|| kitchen.step()).map(|(lane, _)| lane).collect();
    assert_eq!(
        lanes,
        [Lane::Express, Lane::Normal],
        "Expected: the toast's only turn, then the stew's only turn, then None"
    );
}
