use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, Task, ThreadDriver, sleep, spawn, time};
use evidence::assert_lines;
use ex07_future_and_handle::berths::Harbour;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

fn hours(n: u64) -> Duration {
    Duration::from_secs(3600 * n)
}

type Log = Rc<RefCell<String>>;

/// A ship enters the harbour, stays for so long, and leaves.
fn ship(log: &Log, harbour: &Rc<Harbour>, name: &'static str, stay: u64) -> Task<()> {
    let (log, harbour) = (log.clone(), harbour.clone());
    spawn(async move {
        let _berth = harbour.enter().await;
        *log.borrow_mut() += &format!("{:2} {name} in\n", time().as_secs() / 3600);
        sleep(hours(stay)).await;
    })
}

/// What is in the log after this.
fn log_of<F: Future<Output = ()> + 'static>(script: impl FnOnce(Log) -> F) -> String {
    let log = Log::default();
    let driver = ThreadDriver::new(Clock::stopped());
    EventLoop::with_driver(driver).run_until_complete(script(log.clone()));
    log.take()
}

#[test]
fn there_is_room() {
    let log = log_of(async |log| {
        let harbour = Harbour::new(2);
        for name in ["Fulmar", "Petrel"] {
            let _ = ship(&log, &harbour, name, 1).await;
        }
        assert_eq!(harbour.free(), 2, "Expected: both have left, both berths are free");
    });
    assert_lines(
        "one after the other, nobody waits",
        &log,
        " 0 Fulmar in\n 1 Petrel in",
    );
}

#[test]
fn they_go_in_as_they_came() {
    let log = log_of(async |log| {
        let harbour = Harbour::new(2);
        let names = ["Fulmar", "Petrel", "Skua", "Tern", "Auk"];
        let ships = names.map(|name| ship(&log, &harbour, name, 3));
        for ship in ships {
            let _ = ship.await;
        }
        assert_eq!(harbour.free(), 2, "Expected: all have left, both berths are free");
    });
    assert_lines(
        "two at a time, each for three hours, in the order in which they came",
        &log,
        " 0 Fulmar in\n 0 Petrel in\n 3 Skua in\n 3 Tern in\n 6 Auk in",
    );
}

#[test]
fn who_has_sailed_on_gets_no_berth() {
    let log = log_of(async |log| {
        let harbour = Harbour::new(1);
        let fulmar = ship(&log, &harbour, "Fulmar", 3);
        let petrel = ship(&log, &harbour, "Petrel", 3);
        let skua = ship(&log, &harbour, "Skua", 3);
        sleep(hours(1)).await;
        petrel.cancel();
        sleep(hours(9)).await;
        assert!(
            fulmar.is_ended() && skua.is_ended(),
            "Expected: nine hours later all have gone, but somebody still waits"
        );
        assert_eq!(harbour.free(), 1, "Expected: all have left, the berth is free");
    });
    assert_lines(
        "Petrel has sailed on, so Skua is next",
        &log,
        " 0 Fulmar in\n 3 Skua in",
    );
}

#[test]
fn who_sails_on_at_the_last_moment_hands_the_berth_on() {
    let log = log_of(async |log| {
        let harbour = Harbour::new(1);
        let berth = harbour.enter().await;
        let petrel = ship(&log, &harbour, "Petrel", 3);
        let skua = ship(&log, &harbour, "Skua", 3);
        sleep(hours(1)).await;
        drop(berth);
        petrel.cancel();
        sleep(hours(9)).await;
        assert!(
            skua.is_ended(),
            "Expected: Petrel was sent the berth, but never took it; Skua got it then"
        );
    });
    assert_lines(
        "Petrel turns round with the berth in hand, Skua takes it",
        &log,
        " 1 Skua in",
    );
}
