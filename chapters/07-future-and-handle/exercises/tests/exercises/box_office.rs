use ch07_future_and_handle::{EventLoop, spawn, yield_now};
use evidence::assert_lines;
use ex07_future_and_handle::box_office::BoxOffice;
use std::cell::RefCell;
use std::rc::Rc;

#[derive(Clone, Default)]
struct Evening {
    office: Rc<BoxOffice>,
    log: Rc<RefCell<String>>,
}

impl Evening {
    /// Sends somebody to the box office.
    fn send(&self, name: &'static str) {
        let Evening { office, log } = self.clone();
        spawn(async move {
            let seat = office.buy().await;
            *log.borrow_mut() += &format!("{name}: seat {seat}\n");
        });
    }
}

/// Who got which seat.
fn evening<F: Future<Output = ()> + 'static>(
    script: impl FnOnce(Evening) -> F,
) -> String {
    let evening = Evening::default();
    let log = evening.log.clone();
    let event_loop = EventLoop::new();
    event_loop.run_until_complete(script(evening));
    log.take()
}

async fn a_while() {
    for _ in 0..5 {
        yield_now().await;
    }
}

#[test]
fn a_ticket_is_there() {
    let sold = evening(async |evening| {
        evening.office.hand_back(7);
        evening.send("Ann");
        a_while().await;
    });
    assert_lines("Ann need not wait", &sold, "Ann: seat 7");
}

#[test]
fn the_first_in_the_queue_is_called() {
    let sold = evening(async |evening| {
        evening.send("Ann");
        evening.send("Bob");
        a_while().await;
        evening.office.hand_back(7);
        a_while().await;
        evening.office.hand_back(8);
        a_while().await;
    });
    assert_lines("both are called, in order", &sold, "Ann: seat 7\nBob: seat 8");
}

#[test]
fn somebody_comes_in_between() {
    let sold = evening(async |evening| {
        evening.send("Bob");
        a_while().await;
        evening.send("Eve");
        evening.office.hand_back(7);
        a_while().await;
        evening.office.hand_back(8);
        a_while().await;
    });
    assert_lines(
        "Eve's turn comes before Bob's, so she gets the first ticket; \
         Bob waits on, and gets the second",
        &sold,
        "Eve: seat 7\nBob: seat 8",
    );
}
