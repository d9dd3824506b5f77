//! The wheel against a model: each timer fires once, in order, and not too early.
#[allow(dead_code, unreachable_pub)]
#[path = "../src/wheel.rs"]
mod wheel;

use ch07_future_and_handle::Wakeup;
use std::collections::BTreeMap;
use std::time::Duration;
use wheel::{Wheel, WheelKey};

const MS: u64 = 1_000_000;

#[test]
fn the_wheel_does_what_a_sorted_map_does() {
    let mut state = 88_172_645_463_325_252u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    for round in 0..140 {
        let mut wheel = Wheel::new();
        let mut model: BTreeMap<(u64, u32), WheelKey> = BTreeMap::new();
        let (mut now, mut number) = (0u64, 0);
        let span =
            [5, 100, 5000, 300_000, 20_000_000, 1 << 32, 1 << 38][round % 7] * MS;
        for _ in 0..400 {
            match random() % 4 {
                0 | 1 => {
                    number += 1;
                    let deadline = now + random() % span;
                    let wakeup = Wakeup::Slot(number);
                    let key = wheel.insert(Duration::from_nanos(deadline), wakeup);
                    model.insert((deadline, number), key);
                }
                2 => {
                    let index = random() as usize % (model.len() + 1);
                    if let Some((&(deadline, number), &key)) = model.iter().nth(index) {
                        assert!(
                            matches!(wheel.get(key), Some(Wakeup::Slot(n)) if *n == number)
                        );
                        assert!(
                            matches!(wheel.cancel(key), Some(Wakeup::Slot(n)) if n == number)
                        );
                        model.remove(&(deadline, number));
                    }
                }
                _ => {
                    now += random() % (span / 8 + 2 * MS);
                    let mut fired = vec![];
                    wheel.pop_due(Duration::from_nanos(now), |wakeup| {
                        fired.push(wakeup);
                    });
                    let due =
                        |&(deadline, _): &(u64, u32)| deadline.div_ceil(MS) <= now / MS;
                    let expected: Vec<_> = model.keys().copied().filter(due).collect();
                    let fired: Vec<u32> = fired
                        .into_iter()
                        .map(|wakeup| match wakeup {
                            Wakeup::Slot(number) => number,
                            Wakeup::Waker(_) => unreachable!(),
                        })
                        .collect();
                    model.retain(|key, _| !due(key));
                    let expected: Vec<u32> =
                        expected.into_iter().map(|(_, n)| n).collect();
                    assert_eq!(fired, expected);
                    let next = wheel.next_deadline();
                    let first =
                        model.keys().next().map(|(at, _)| Duration::from_nanos(*at));
                    assert_eq!(next.is_none(), first.is_none());
                }
            }
        }
    }
}
