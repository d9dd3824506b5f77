use ch07_future_and_handle::{EventLoop, spawn};
use evidence::assert_lines;
use ex09_graduating::budget::Budget;
use std::cell::RefCell;
use std::rc::Rc;

/// Who has taken how many steps, in order.
async fn steps(name: &'static str, budget: u32, log: Rc<RefCell<String>>) {
    let budget = Budget::new(budget);
    for step in 1..=6 {
        budget.consume().await;
        *log.borrow_mut() += &format!("{name} {step}\n");
    }
}

fn side_by_side(budget: u32) -> String {
    let log = Rc::new(RefCell::new(String::new()));
    EventLoop::new().run_until_complete({
        let log = log.clone();
        async move {
            let ann = spawn(steps("ann", budget, log.clone()));
            let bob = spawn(steps("bob", budget, log));
            for task in [ann, bob] {
                task.await.expect("expected: both come to the end of their steps");
            }
        }
    });
    log.take()
}

#[test]
fn lets_others_go_first_when_it_is_used_up() {
    assert_lines(
        "with a budget of two, each takes two steps and then lets the other go on",
        &side_by_side(2),
        "ann 1\nann 2\nbob 1\nbob 2\nann 3\nann 4\nbob 3\nbob 4\nann 5\nann 6\nbob 5\nbob 6",
    );
}

#[test]
fn is_no_hindrance_as_long_as_something_is_left() {
    assert_lines(
        "with a budget of six, nobody yields in six steps",
        &side_by_side(6),
        "ann 1\nann 2\nann 3\nann 4\nann 5\nann 6\nbob 1\nbob 2\nbob 3\nbob 4\nbob 5\nbob 6",
    );
}
