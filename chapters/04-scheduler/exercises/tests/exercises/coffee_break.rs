use crate::{Dish, Log};
use ch03_task::Tid;
use evidence::assert_lines;
use ex04_scheduler::coffee_break::Shift;

/// Three waiters who never stop by themselves.
fn shift() -> (Shift, Log, [Tid; 3]) {
    let (mut shift, log) = (Shift::default(), Log::default());
    let tids = ["ada", "bea", "cy"].map(|name| {
        let body = Dish::new(name, 99, &log);
        shift.scheduler().create_task(name, body)
    });
    (shift, log, tids)
}

/// What happens in so many turns, or up to the first `None`.
fn turns(shift: &mut Shift, log: &Log, turns: usize) -> String {
    (0..turns).map_while(|_| shift.step()).for_each(drop);
    log.take()
}

#[test]
fn without_breaks_it_is_round_robin() {
    let (mut shift, log, _) = shift();
    assert_lines(
        "nobody rests, so the three take turns",
        &turns(&mut shift, &log, 4),
        "ada 1\nbea 1\ncy 1\nada 2",
    );
}

#[test]
fn a_break_begins_at_the_next_yield() {
    let (mut shift, log, [_, bea, _]) = shift();
    turns(&mut shift, &log, 1);
    shift.send_on_break(bea);
    assert_lines(
        "bea stands in the queue, so she has this one turn, and then rests",
        &turns(&mut shift, &log, 5),
        "bea 1\ncy 1\nada 2\ncy 2\nada 3",
    );
}

#[test]
fn called_back_to_the_end_of_the_queue() {
    let (mut shift, log, [_, bea, _]) = shift();
    shift.send_on_break(bea);
    turns(&mut shift, &log, 4);
    shift.call_back(bea);
    assert_lines(
        "bea comes back behind cy and ada, and takes all her turns again",
        &turns(&mut shift, &log, 6),
        "cy 2\nada 3\nbea 2\ncy 3\nada 4\nbea 3",
    );
}

#[test]
fn called_back_before_it_began() {
    let (mut shift, log, [_, bea, _]) = shift();
    shift.send_on_break(bea);
    shift.call_back(bea);
    assert_lines(
        "bea has not sat down, so she stays where she is, with one turn a round",
        &turns(&mut shift, &log, 6),
        "ada 1\nbea 1\ncy 1\nada 2\nbea 2\ncy 2",
    );
}

#[test]
fn everybody_on_a_break() {
    let (mut shift, log, tids) = shift();
    for tid in tids {
        shift.send_on_break(tid);
    }
    assert_lines(
        "each has the turn it stood in the queue for, and then nobody is ready",
        &turns(&mut shift, &log, 9),
        "ada 1\nbea 1\ncy 1",
    );
    shift.call_back(tids[2]);
    assert_lines("cy alone is back", &turns(&mut shift, &log, 2), "cy 2\ncy 3");
}
