use ch01_generators::Generator;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch03_task::{Task, Tid};
use evidence::assert_lines;
use ex03_task::rounds::run_rounds;
use std::cell::RefCell;
use std::rc::Rc;

type Log = Rc<RefCell<String>>;

/// Notes each of its turns, yields so many times, then ends.
struct Steps {
    name: &'static str,
    left: u32,
    panics: bool,
    log: Log,
}

impl Generator for Steps {
    type Yield = ();
    type Return = ();

    fn resume(&mut self) -> CoroutineState<(), ()> {
        *self.log.borrow_mut() += &format!("turn of {}\n", self.name);
        if self.left > 0 {
            self.left -= 1;
            return Yielded(());
        }
        assert!(!self.panics, "smoke");
        Complete(())
    }
}

impl Drop for Steps {
    fn drop(&mut self) {
        *self.log.borrow_mut() += &format!("end of {}\n", self.name);
    }
}

/// Runs tasks of so many steps each. Returns what they did, and what was reported.
fn run(steps: &[(&'static str, u32)], rounds: usize) -> (String, String) {
    let log = Log::default();
    let task = |(number, &(name, left))| {
        let body = Steps { name, left, panics: name == "faulty", log: Rc::clone(&log) };
        Task::new(Tid::new(number), name, body)
    };
    let reports: String = run_rounds((1..).zip(steps).map(task).collect(), rounds)
        .into_iter()
        .map(|(tid, exit)| format!("{tid} {exit}\n"))
        .collect();
    (log.take(), reports)
}

#[test]
fn reports_come_in_order_of_ending() {
    let (_, reports) = run(&[("long", 5), ("short", 1), ("faulty", 2)], 10);
    assert_lines(
        "task 2 ends in round 2, task 3 panics in round 3, task 1 ends in round 6",
        &reports,
        "2 returned\n3 panicked: smoke\n1 returned",
    );
}

#[test]
fn every_living_task_has_one_turn_a_round() {
    let (turns, _) = run(&[("a", 0), ("b", 1), ("c", 1)], 10);
    assert_lines(
        "a ends in round 1, and b, right behind it, still has its turn in that round",
        &turns,
        "turn of a\nend of a\nturn of b\nturn of c\nturn of b\nend of b\nturn of c\nend of c",
    );
}

#[test]
fn who_is_left_is_killed() {
    let (turns, reports) = run(&[("long", 9), ("short", 0), ("longer", 99)], 2);
    assert_lines(
        "after two rounds the two that are alive are dropped, after their second turn",
        &turns,
        "turn of long\nturn of short\nend of short\nturn of longer\n\
         turn of long\nturn of longer\nend of long\nend of longer",
    );
    assert_lines(
        "task 2 returned in round 1; tasks 1 and 3 were killed, in the order of the list",
        &reports,
        "2 returned\n1 was killed\n3 was killed",
    );
}

#[test]
fn no_tasks_no_reports() {
    let (turns, reports) = run(&[], 3);
    assert_lines("nobody to run, nothing to report", &(turns + &reports), "");
}
