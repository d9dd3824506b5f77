//! [`Timers`] against a list that is searched from end to end.

use ch06_sleep_and_io::Timers;
use proptest::prelude::*;
use std::time::Duration;

#[derive(Clone, Debug)]
enum Act {
    Insert(u8),
    /// Which of those that were ever inserted, modulo their number.
    Cancel(usize),
    PopDue(u8),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        4 => (0u8..20).prop_map(Act::Insert),
        1 => any::<usize>().prop_map(Act::Cancel),
        3 => (0u8..20).prop_map(Act::PopDue),
    ];
    prop::collection::vec(act, 0..80)
}

fn time(tick: u8) -> Duration {
    Duration::from_secs(tick.into())
}

proptest! {
    #[test]
    fn the_earliest_is_first_and_equals_keep_their_order(acts in acts()) {
        let (mut timers, mut keys) = (Timers::new(), Vec::new());
        // The model: (deadline, number), in the order of insertion.
        let mut list: Vec<(u8, usize)> = Vec::new();
        for act in acts {
            match act {
                Act::Insert(tick) => {
                    list.push((tick, keys.len()));
                    keys.push(timers.insert(time(tick), keys.len()));
                }
                Act::Cancel(any) if !keys.is_empty() => {
                    let number = any % keys.len();
                    let at = list.iter().position(|(_, other)| *other == number);
                    let expected = at.map(|at| list.remove(at).1);
                    prop_assert_eq!(timers.cancel(keys[number]), expected);
                }
                Act::Cancel(_) => {}
                Act::PopDue(tick) => {
                    let first = list.iter().min().copied();
                    let due = first.filter(|(deadline, _)| *deadline <= tick);
                    list.retain(|entry| Some(*entry) != due);
                    prop_assert_eq!(timers.pop_due(time(tick)), due.map(|(_, n)| n));
                }
            }
            let next = list.iter().min().map(|(tick, _)| time(*tick));
            prop_assert_eq!(timers.next_deadline(), next);
            prop_assert_eq!(timers.is_empty(), list.is_empty());
        }
    }
}
