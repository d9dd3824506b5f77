use crate::{Log, clock, run, takes};
use evidence::assert_lines;
use ex08_gather_and_select::hobs::cook;

/// Cooks dishes that take so many minutes each.
fn kitchen(hobs: usize, menu: &'static [u64]) -> (String, Vec<u64>, u64) {
    let log = Log::default();
    let notes = log.clone();
    let (served, end) = run(async move {
        let dish = |time: &u64| {
            let (time, notes) = (*time, notes.clone());
            async move {
                let name = format!("dish of {time} minutes");
                notes.note(&format!("{name}: on"));
                takes(time, &name, &notes).await;
                notes.note(&format!("{name}: done"));
                time
            }
        };
        (cook(hobs, menu.iter().map(dish).collect()).await, clock())
    });
    (log.text(), served, end)
}

#[test]
fn one_hob() {
    let (log, served, end) = kitchen(1, &[5, 3, 4]);
    let expected = " 0  dish of 5 minutes: on\n 5  dish of 5 minutes: done\n\
                    \x205  dish of 3 minutes: on\n 8  dish of 3 minutes: done\n\
                    \x208  dish of 4 minutes: on\n12  dish of 4 minutes: done";
    assert_lines("with one hob, one dish after the other", &log, expected);
    assert_eq!(served, [5, 3, 4], "Expected: they are served in the menu's order");
    assert_eq!(end, 12, "Expected: it takes the sum of all times");
}

#[test]
fn a_free_hob_is_used_at_once() {
    let (log, served, end) = kitchen(2, &[9, 2, 3, 1]);
    let expected = " 0  dish of 9 minutes: on\n 0  dish of 2 minutes: on\n\
                    \x202  dish of 2 minutes: done\n 2  dish of 3 minutes: on\n\
                    \x205  dish of 3 minutes: done\n 5  dish of 1 minutes: on\n\
                    \x206  dish of 1 minutes: done\n 9  dish of 9 minutes: done";
    assert_lines("two at a time, and the next as soon as one is done", &log, expected);
    assert_eq!(served, [9, 2, 3, 1], "Expected: they are served in the menu's order");
    assert_eq!(end, 9, "Expected: the short dishes are cooked beside the long one");
}

#[test]
fn more_hobs_than_dishes() {
    let (_, served, end) = kitchen(5, &[2, 4]);
    assert_eq!(served, [2, 4], "Expected: they are served in the menu's order");
    assert_eq!(end, 4, "Expected: all cook at once");
}

#[test]
fn nothing_on_the_menu() {
    let (_, served, end) = kitchen(2, &[]);
    assert_eq!((served, end), (vec![], 0), "Expected: of nothing, nothing, at once");
}

#[test]
fn a_thousand_dishes() {
    const MENU: [u64; 1000] = [1; 1000];
    let (_, served, end) = kitchen(10, &MENU);
    assert_eq!(served.len(), 1000, "Expected: every dish is served");
    assert_eq!(end, 100, "Expected: ten a minute");
}
