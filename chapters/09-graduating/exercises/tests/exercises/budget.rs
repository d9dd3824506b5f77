use ch07_future_and_handle::{EventLoop, spawn};
use evidence::assert_lines;
use ex09_graduating::budget::Budget;
use std::cell::RefCell;
use std::rc::Rc;

/// Who has taken how many steps, in order.
async fn steps(name: &'static str, budget: u32, log: Rc<RefCell<String>>) {
    let budget = Budget::new(budget);
    for step in 1..=4 {
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
            ann.await.unwrap();
            bob.await.unwrap();
        }
    });
    log.take()
}

#[test]
fn lets_others_go_first_when_it_is_used_up() {
    assert_lines(
        "with a budget of two, each takes two steps and then lets the other go on",
        &side_by_side(2),
        "ann 1\nann 2\nbob 1\nbob 2\nann 3\nann 4\nbob 3\nbob 4",
    );
}

#[test]
fn is_no_hindrance_as_long_as_something_is_left() {
    assert_lines(
        "with a budget of four, nobody yields in four steps",
        &side_by_side(4),
        "ann 1\nann 2\nann 3\nann 4\nbob 1\nbob 2\nbob 3\nbob 4",
    );
}
