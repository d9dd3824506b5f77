use crate::{Log, clock, minutes, run, takes};
use ch07_future_and_handle::oneshot;
use ch08_gather_and_select::sleep;
use ex08_gather_and_select::duel::{Outcome, duel};
use std::cell::Cell;
use std::future::{pending, poll_fn, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

type Fighter = Pin<Box<dyn Future<Output = &'static str>>>;

fn fighter(count: u64, name: &'static str, log: &Log) -> Fighter {
    let log = log.clone();
    Box::pin(async move {
        takes(count, name, &log).await;
        name
    })
}

/// The winner, when, what the loser says in the end, and when.
fn fight(one: u64, two: u64) -> (&'static str, u64, &'static str, u64) {
    run(async move {
        let log = Log::default();
        let duel = duel(fighter(one, "first", &log), fighter(two, "second", &log));
        let (winner, loser) = match duel.await {
            Outcome::First(winner, loser) => (winner, loser),
            Outcome::Second(winner, loser) => (winner, loser),
        };
        let end = clock();
        assert_eq!(log.text(), "", "Expected: the loser is not dropped");
        (winner, end, loser.await, clock())
    })
}

#[test]
fn the_first_wins_and_the_second_lives() {
    assert_eq!(
        fight(2, 7),
        ("first", 2, "second", 7),
        "Expected: the first is ready after 2 minutes, and the second goes on to 7"
    );
}

#[test]
fn the_second_wins_and_the_first_lives() {
    assert_eq!(
        fight(9, 4),
        ("second", 4, "first", 9),
        "Expected: the second is ready after 4 minutes, and the first goes on to 9"
    );
}

#[test]
fn a_tie_goes_to_the_first() {
    run(async {
        let never = poll_fn(|_| -> Poll<()> {
            panic!("Expected: if the first is ready, the second is not asked")
        });
        assert!(
            matches!(duel(ready(1), never).await, Outcome::First(1, _)),
            "Expected: the first one wins"
        );
    });
}

#[test]
fn both_are_asked_at_each_poll() {
    let asked = Rc::new(Cell::new(0));
    let counter = asked.clone();
    run(async move {
        let first = poll_fn(move |_| -> Poll<()> {
            counter.update(|asked| asked + 1);
            Poll::Pending
        });
        let nap = Box::pin(sleep(minutes(1)));
        assert!(
            matches!(duel(first, nap).await, Outcome::Second((), _)),
            "Expected: the sleep is over after a minute, and wins"
        );
    });
    assert_eq!(
        asked.get(),
        2,
        "Expected: one poll to begin, one when the minute is over"
    );
}

#[test]
fn a_loser_can_win_the_next_time() {
    let (first, second) = run(async {
        let (sender, receiver) = oneshot();
        let round = duel(Box::pin(sleep(minutes(1))), receiver).await;
        let Outcome::First((), receiver) = round else {
            panic!("Expected: nobody has sent anything, so the sleep wins")
        };
        sender.send("late").expect("Expected: the receiver is still there");
        match duel(pending::<()>(), receiver).await {
            Outcome::Second(word, _) => (1, word),
            Outcome::First(..) => panic!("Expected: what is never ready never wins"),
        }
    });
    assert_eq!(
        (first, second),
        (1, Ok("late")),
        "Expected: what was sent later arrives"
    );
}
