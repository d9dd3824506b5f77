use crate::{Log, clock, run, takes};
use evidence::assert_lines;
use ex08_gather_and_select::roads::first_ok;

type Found = Result<&'static str, Vec<String>>;

/// For each road: its name, how many minutes the scout takes, whether he gets through.
fn village(roads: &'static [(&'static str, u64, bool)]) -> (String, Found, u64) {
    let log = Log::default();
    let notes = log.clone();
    let (found, end) = run(async move {
        let scout = |road: &(&'static str, u64, bool)| {
            let (&(name, time, open), notes) = (road, notes.clone());
            async move {
                takes(time, name, &notes).await;
                notes.note(&format!("{name}: {}", if open { "open" } else { "snow" }));
                open.then_some(name).ok_or_else(|| format!("snow on {name}"))
            }
        };
        (first_ok(roads.iter().map(scout).collect()).await, clock())
    });
    (log.text(), found, end)
}

#[test]
fn the_first_to_get_through() {
    let (log, found, end) = village(&[("north", 30, true), ("lake", 10, true)]);
    assert_lines(
        "the scout of the lake is first, and the other is called back",
        &log,
        "10  lake: open\n10  north is dropped",
    );
    assert_eq!(found, Ok("lake"), "Expected: the first Ok");
    assert_eq!(end, 10, "Expected: as soon as it is there");
}

#[test]
fn a_failure_stops_nobody_else() {
    let (log, found, end) =
        village(&[("north", 10, false), ("lake", 20, false), ("woods", 30, true)]);
    assert_lines(
        "the two who fail do not take the third along",
        &log,
        "10  north: snow\n20  lake: snow\n30  woods: open",
    );
    assert_eq!(found, Ok("woods"), "Expected: the only road that is open");
    assert_eq!(end, 30, "Expected: all scouts ran at the same time");
}

#[test]
fn all_fail() {
    let (_, found, end) =
        village(&[("north", 30, false), ("lake", 10, false), ("woods", 20, false)]);
    let reports = ["snow on north", "snow on lake", "snow on woods"].map(String::from);
    assert_eq!(
        found,
        Err(reports.to_vec()),
        "Expected: all reports, in the order of the roads, whoever came back first"
    );
    assert_eq!(end, 30, "Expected: as long as the slowest of them");
}

#[test]
fn no_roads() {
    let (_, found, _) = village(&[]);
    assert_eq!(found, Err(vec![]), "Expected: no scouts, no reports, and no panic");
}
