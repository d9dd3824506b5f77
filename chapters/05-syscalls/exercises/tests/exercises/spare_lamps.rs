use crate::script::{Script, Town, call, fail, tid};
use ch05_syscalls::{KillTask, WaitTask, Yield};
use evidence::assert_lines;
use ex05_syscalls::spare_lamps::Keeper;

/// Somebody waits for the keeper, who has these lamps, one after the other. What is said?
fn night(mut town: Town, lamps: Vec<Script>, spares: u32) -> String {
    let mut lamps = lamps.into_iter();
    let lamp =
        move || lamps.next().expect("no more lamps than the first and the spares");
    town.task("coast guard", [call(WaitTask(tid(2)))]);
    town.kernel().create_task("keeper", Keeper { lamp, spares });
    town.run()
}

#[test]
fn a_lamp_that_returns_is_not_replaced() {
    let town = Town::default();
    let lamp = town.body("lamp", [call(Yield), call(Yield)]);
    assert_lines(
        "one lamp is enough, and the keeper goes home after it",
        &night(town, vec![lamp], 3),
        "lamp: done\nlamp: done\ncoast guard: it returned",
    );
}

#[test]
fn a_lamp_that_burns_out_is_replaced() {
    let town = Town::default();
    let burns =
        |name| town.body(name, [call(Yield), call(Yield), fail("it burnt out")]);
    let lamps =
        vec![burns("lamp 1"), burns("lamp 2"), town.body("lamp 3", [call(Yield)])];
    assert_lines(
        "lamps 1 and 2 panic and are replaced; lamp 3 is the last one",
        &night(town, lamps, 2),
        "lamp 1: done\nlamp 1: done\nlamp 2: done\nlamp 2: done\nlamp 3: done\n\
         coast guard: it returned",
    );
}

#[test]
fn a_lamp_that_burns_out_in_its_first_turn_is_replaced() {
    let town = Town::default();
    let short = town.body("lamp 1", [fail("it burnt out")]);
    let good = town.body("lamp 2", [call(Yield), call(Yield)]);
    assert_lines(
        "lamp 1 ends before the keeper can wait for it, and is replaced all the same",
        &night(town, vec![short, good], 1),
        "lamp 2: done\nlamp 2: done\ncoast guard: it returned",
    );
}

#[test]
fn the_keeper_panics_when_no_lamp_is_left() {
    let town = Town::default();
    let burns =
        |name| town.body(name, [call(Yield), call(Yield), fail("it burnt out")]);
    let lamps = vec![burns("lamp 1"), burns("lamp 2")];
    assert_lines(
        "two lamps, one of them a spare one, and both burn out",
        &night(town, lamps, 1),
        "lamp 1: done\nlamp 1: done\nlamp 2: done\nlamp 2: done\n\
         coast guard: it panicked: no lamp left",
    );
}

#[test]
fn a_lamp_that_was_killed_is_not_replaced() {
    let mut town = Town::default();
    let lamp = town.body("lamp", [call(Yield), call(Yield), call(Yield), call(Yield)]);
    let mut lamps = vec![lamp].into_iter();
    let lamp = move || lamps.next().expect("only one lamp is needed");
    town.task("coast guard", [call(WaitTask(tid(3)))]);
    town.task("storm", [call(Yield), call(Yield), call(Yield), call(KillTask(tid(4)))]);
    town.kernel().create_task("keeper", Keeper { lamp, spares: 3 });
    assert_lines(
        "the storm kills the lamp after a flash, and the keeper goes home",
        &town.run(),
        "storm: done\nstorm: done\nlamp: done\nstorm: done\nstorm: done\n\
         coast guard: it returned",
    );
}
