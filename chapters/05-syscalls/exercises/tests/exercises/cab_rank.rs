use crate::script::{Town, call, tid};
use ch05_syscalls::{KillTask, Yield};
use evidence::assert_lines;
use ex05_syscalls::cab_rank::{CallCab, LineUp, Rank};

#[test]
fn the_first_cab_in_line_is_called_first() {
    let (mut town, rank) = (Town::default(), Rank::default());
    let call_cab = || call(CallCab(rank.clone()));
    town.task("cab 1", [call(LineUp(rank.clone()))]);
    town.task("cab 2", [call(LineUp(rank.clone()))]);
    town.task("hotel", [call(Yield), call_cab(), call_cab()]);
    assert_lines(
        "each cab goes when it is called, cab 1 first, and goes before the hotel does",
        &town.run(),
        "hotel: done\ncab 1: done\nhotel: task 1\ncab 2: done\nhotel: task 2",
    );
}

#[test]
fn a_cab_stands_until_it_is_called() {
    let (mut town, rank) = (Town::default(), Rank::default());
    town.task("cab", [call(LineUp(rank.clone()))]);
    town.task("hotel", [call(Yield), call(Yield)]);
    assert_lines(
        "nobody calls the cab: it is never told anything, and the kernel reports it",
        &town.run(),
        "hotel: done\nhotel: done\n\
         deadlock:\n  task 1 (cab) waits for a reply that nobody will send",
    );
}

#[test]
fn at_an_empty_rank_there_is_no_cab() {
    let (mut town, rank) = (Town::default(), Rank::default());
    town.task("hotel", [call(CallCab(rank.clone())), call(Yield)]);
    assert_lines(
        "no cab has lined up, and the hotel is told so at once",
        &town.run(),
        "hotel: no such task\nhotel: done",
    );
}

#[test]
fn a_cab_that_was_killed_at_the_rank_is_passed_over() {
    let (mut town, rank) = (Town::default(), Rank::default());
    town.task(
        "hotel",
        [call(Yield), call(KillTask(tid(2))), call(CallCab(rank.clone()))],
    );
    town.task("cab 2", [call(LineUp(rank.clone()))]);
    town.task("cab 3", [call(LineUp(rank.clone()))]);
    assert_lines(
        "task 2 is first in line but dead, so task 3 is called",
        &town.run(),
        "hotel: done\nhotel: done\ncab 3: done\nhotel: task 3",
    );
}
