use crate::{Dish, Log};
use evidence::assert_lines;
use ex04_scheduler::cancelled::Kitchen;

/// Orders all these dishes, and lets `evening` happen to them.
fn evening(
    dishes: &[(&'static str, u32)],
    evening: impl FnOnce(&mut Kitchen, &[ch03_task::Tid]),
) -> String {
    let (mut kitchen, log) = (Kitchen::default(), Log::default());
    let order = |(name, steps): &(&'static str, u32)| {
        kitchen.order(name, Dish::new(name, *steps, &log))
    };
    let tids: Vec<_> = dishes.iter().map(order).collect();
    evening(&mut kitchen, &tids);
    while kitchen.step().is_some() {}
    log.take()
}

#[test]
fn nobody_cancels() {
    assert_lines(
        "soup and bread take turns until both are done",
        &evening(&[("soup", 1), ("bread", 2)], |_, _| {}),
        "soup 1\nbread 1\nsoup done\nbread 2\nbread done",
    );
}

#[test]
fn the_first_order_is_cancelled() {
    let cancelled = evening(&[("soup", 1), ("bread", 2)], |kitchen, tids| {
        assert!(kitchen.cancel(tids[0]), "Expected: the soup was still there");
    });
    assert_lines(
        "the soup is gone, the bread is baked to its end",
        &cancelled,
        "bread 1\nbread 2\nbread done",
    );
}

#[test]
fn two_in_a_row_are_cancelled_halfway() {
    let dishes = [("soup", 3), ("fish", 3), ("bread", 2)];
    let cancelled = evening(&dishes, |kitchen, tids| {
        kitchen.step();
        kitchen.step();
        kitchen.step();
        kitchen.cancel(tids[0]);
        kitchen.cancel(tids[1]);
    });
    assert_lines(
        "after one round soup and fish are gone, and the bread goes on alone",
        &cancelled,
        "soup 1\nfish 1\nbread 1\nbread 2\nbread done",
    );
}

#[test]
fn everything_is_cancelled() {
    let cancelled = evening(&[("soup", 1), ("bread", 2)], |kitchen, tids| {
        assert!(
            tids.iter().all(|tid| kitchen.cancel(*tid)),
            "Expected: both were there"
        );
        assert!(kitchen.step().is_none(), "Expected: nobody is ready");
    });
    assert_lines("nothing is left to cook", &cancelled, "");
}
