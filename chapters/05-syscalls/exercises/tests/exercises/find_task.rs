use crate::script::{Town, call};
use ch05_syscalls::Yield;
use evidence::assert_lines;
use ex05_syscalls::find_task::FindTask;

#[test]
fn it_finds_a_task_by_its_name() {
    let mut town = Town::default();
    town.task("finder", [call(FindTask("owner")), call(FindTask("finder"))]);
    town.task("passer-by", [call(Yield)]);
    town.task("owner", [call(Yield)]);
    assert_lines(
        "the owner is task 3, and the finder can find itself, task 1",
        &town.run(),
        "finder: task 3\npasser-by: done\nowner: done\nfinder: task 1",
    );
}

#[test]
fn of_two_tasks_of_one_name_it_finds_the_older() {
    let mut town = Town::default();
    town.task("finder", [call(FindTask("owner"))]);
    town.task("owner", []);
    town.task("owner", []);
    assert_lines(
        "two tasks are called owner, and the older one is task 2",
        &town.run(),
        "finder: task 2",
    );
}

#[test]
fn a_name_that_nobody_has_is_refused() {
    let mut town = Town::default();
    let calls = [call(FindTask("nobody")), call(FindTask("ghost"))];
    town.task("finder", calls);
    town.task("ghost", []);
    assert_lines(
        "nobody is called nobody, and the ghost has ended before it is asked for",
        &town.run(),
        "finder: no such task\nfinder: no such task",
    );
}
