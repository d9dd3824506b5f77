use crate::script::{Town, call, tid};
use ch05_syscalls::Yield;
use evidence::assert_lines;
use ex05_syscalls::no_ring::WaitUnlessRing;

#[test]
fn a_younger_task_may_wait_for_an_older_one() {
    let mut town = Town::default();
    town.task("host", [call(Yield), call(Yield)]);
    town.task("guest", [call(WaitUnlessRing(tid(1)))]);
    assert_lines(
        "the guest waits for the older host, and nobody waits for the guest",
        &town.run(),
        "host: done\nhost: done\nguest: it returned",
    );
}

#[test]
fn the_wait_that_closes_a_ring_of_two_is_refused() {
    let mut town = Town::default();
    town.task("count", [call(WaitUnlessRing(tid(2)))]);
    town.task("baron", [call(WaitUnlessRing(tid(1)))]);
    assert_lines(
        "the count waits; the baron, who would close the ring, is refused and goes first",
        &town.run(),
        "baron: permission denied\ncount: it returned",
    );
}

#[test]
fn a_longer_ring_is_found_too() {
    let mut town = Town::default();
    for (name, next) in [("ann", 2), ("ben", 3), ("cleo", 4), ("dan", 1)] {
        town.task(name, [call(WaitUnlessRing(tid(next)))]);
    }
    assert_lines(
        "dan would close a ring of four; he is refused, then the others go one by one",
        &town.run(),
        "dan: permission denied\ncleo: it returned\nben: it returned\nann: it returned",
    );
}

#[test]
fn to_wait_for_oneself_is_refused() {
    let mut town = Town::default();
    town.task("mirror", [call(WaitUnlessRing(tid(1)))]);
    assert_lines(
        "a task that waits for its own end is a ring of one",
        &town.run(),
        "mirror: permission denied",
    );
}

#[test]
fn an_end_that_is_over_cannot_be_waited_for() {
    let mut town = Town::default();
    town.task("early", []);
    town.task("late", [call(WaitUnlessRing(tid(1))), call(WaitUnlessRing(tid(99)))]);
    assert_lines(
        "task 1 has ended and task 99 has never been: late is told so at once",
        &town.run(),
        "late: no such task\nlate: no such task",
    );
}
