use evidence::assert_lines;
use ex06_sleep_and_io::wake_up_calls::WakeUpCalls;
use std::time::Duration;

fn at(hour: u64) -> Duration {
    Duration::from_secs(3600 * hour)
}

/// Those who are called up to this hour.
fn called(calls: &mut WakeUpCalls, hour: u64) -> String {
    let due = std::iter::from_fn(|| calls.pop_due(at(hour)));
    due.map(|room| format!("room {room}\n")).collect()
}

#[test]
fn the_earliest_is_first() {
    let mut calls = WakeUpCalls::default();
    for (hour, room) in [(8, 12), (6, 30), (7, 21)] {
        calls.insert(at(hour), room);
    }
    assert_lines(
        "at seven, those who asked for six and for seven",
        &called(&mut calls, 7),
        "room 30\nroom 21",
    );
}

#[test]
fn at_the_same_time_who_asked_first_is_first() {
    let mut calls = WakeUpCalls::default();
    for room in [30, 12, 21] {
        calls.insert(at(7), room);
    }
    assert_lines(
        "all want to be called at seven, 30 asked first",
        &called(&mut calls, 7),
        "room 30\nroom 12\nroom 21",
    );
}

#[test]
fn also_if_somebody_was_called_in_between() {
    let mut calls = WakeUpCalls::default();
    calls.insert(at(5), 99);
    calls.insert(at(7), 30);
    called(&mut calls, 5);
    calls.insert(at(7), 12);
    assert_lines(
        "30 and 12 want to be called at seven, and 30 asked first",
        &called(&mut calls, 7),
        "room 30\nroom 12",
    );
}

#[test]
fn also_if_somebody_sleeps_on() {
    let mut calls = WakeUpCalls::default();
    for room in [40, 30, 20] {
        calls.insert(at(7), room);
    }
    calls.cancel(40);
    calls.insert(at(7), 10);
    assert_lines(
        "40 sleeps on; 30, 20 and 10 asked in this order",
        &called(&mut calls, 7),
        "room 30\nroom 20\nroom 10",
    );
    assert_eq!(calls.asked(), 4, "Expected: four calls on the bill");
}
