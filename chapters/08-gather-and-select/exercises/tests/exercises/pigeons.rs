use crate::{Log, clock, minutes, run, takes};
use evidence::assert_lines;
use ex08_gather_and_select::pigeons::ask;

/// Each pigeon takes so many minutes. What happened, and the answer.
fn island(flights: &'static [u64]) -> (String, Option<usize>, u64) {
    let log = Log::default();
    let notes = log.clone();
    let (answer, end) = run(async move {
        let mut sent = 0;
        let answer = ask(flights.len() as u32, minutes(10), || {
            let (number, notes) = (sent, notes.clone());
            sent += 1;
            async move {
                let name = format!("pigeon {number}");
                notes.note(&format!("{name} starts"));
                takes(flights[number], &name, &notes).await;
                number
            }
        })
        .await;
        (answer, clock())
    });
    (log.text(), answer, end)
}

#[test]
fn the_first_one_comes_back() {
    let (log, answer, end) = island(&[4, 4]);
    assert_lines("one pigeon is enough if it comes back", &log, " 0  pigeon 0 starts");
    assert_eq!(answer, Some(0), "Expected: the answer of the first pigeon");
    assert_eq!(end, 4, "Expected: nobody waits once the answer is there");
}

#[test]
fn a_lost_one_is_dropped_before_the_next_starts() {
    let (log, answer, end) = island(&[60, 60, 3]);
    let expected = " 0  pigeon 0 starts\n10  pigeon 0 is dropped\n10  pigeon 1 starts\n\
                    20  pigeon 1 is dropped\n20  pigeon 2 starts";
    assert_lines("each pigeon gets ten minutes, one after the other", &log, expected);
    assert_eq!(answer, Some(2), "Expected: the answer of the third pigeon");
    assert_eq!(end, 23, "Expected: two lost pigeons, and three minutes");
}

#[test]
fn none_comes_back() {
    let (_, answer, end) = island(&[60, 60]);
    assert_eq!(answer, None, "Expected: no answer, since no pigeon came back");
    assert_eq!(end, 20, "Expected: two pigeons get ten minutes each");
}

#[test]
fn no_pigeons() {
    let (_, answer, end) = island(&[]);
    assert_eq!(
        (answer, end),
        (None, 0),
        "Expected: without pigeons no answer, at once"
    );
}
