use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, ThreadDriver, sleep, time};
use evidence::assert_lines;
use ex07_future_and_handle::both::both;
use std::cell::RefCell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;
use std::time::Duration;

type Log = Rc<RefCell<String>>;

async fn kettle(log: Log, name: &'static str, minutes: u64) -> &'static str {
    *log.borrow_mut() += &format!("{name}: on at {}\n", time().as_secs() / 60);
    sleep(Duration::from_secs(60 * minutes)).await;
    *log.borrow_mut() += &format!("{name}: boils at {}\n", time().as_secs() / 60);
    name
}

/// Boils two kettles, and says when what happened.
fn boil(minutes: [u64; 2]) -> String {
    let log = Log::default();
    let outer = log.clone();
    let driver = ThreadDriver::new(Clock::stopped());
    EventLoop::with_driver(driver).run_until_complete(async move {
        let copper = kettle(log.clone(), "copper", minutes[0]);
        let enamel = kettle(log.clone(), "enamel", minutes[1]);
        let (first, second) = both(copper, enamel).await;
        let now = time().as_secs() / 60;
        *log.borrow_mut() += &format!("both at {now}: {first}, {second}\n");
    });
    outer.take()
}

#[test]
fn both_are_on_at_once() {
    assert_lines(
        "both kettles are put on at the start, and are done when the slower one is",
        &boil([5, 3]),
        "copper: on at 0\nenamel: on at 0\n\
         enamel: boils at 3\ncopper: boils at 5\nboth at 5: copper, enamel",
    );
}

#[test]
fn who_is_done_is_not_polled_again() {
    assert_lines(
        "the copper kettle is left alone after it has boiled",
        &boil([3, 5]),
        "copper: on at 0\nenamel: on at 0\n\
         copper: boils at 3\nenamel: boils at 5\nboth at 5: copper, enamel",
    );
}

#[test]
fn ready_at_once() {
    let outputs = EventLoop::new().run_until_complete(async {
        let mut both = pin!(both(async { 1 }, async { "two" }));
        poll_fn(|cx| Poll::Ready(both.as_mut().poll(cx))).await
    });
    assert_eq!(
        outputs,
        Poll::Ready((1, "two")),
        "Expected: ready at the first poll, since both were"
    );
}
