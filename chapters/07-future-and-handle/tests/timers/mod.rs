//! So many timers, on any loop with a virtual clock.

use ch07_future_and_handle::{EventLoop, call_later, sleep};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// They are called in the order in which they were set.
pub(crate) fn equal_deadlines(event_loop: &EventLoop, count: u32) {
    let called = event_loop.run_until_complete(async move {
        let called = Rc::new(RefCell::new(Vec::new()));
        for number in 0..count {
            let called = called.clone();
            call_later(ms(5), move || called.borrow_mut().push(number));
        }
        sleep(ms(6)).await;
        called.take()
    });
    assert!(called.into_iter().eq(0..count));
}

/// Every other one is cancelled, in no order. The rest are called in their own.
pub(crate) fn cancelled_in_random_order(event_loop: &EventLoop, count: u64) {
    event_loop.run_until_complete(async move {
        let called = Rc::new(RefCell::new(Vec::new()));
        let mut handles: Vec<_> = (0..count)
            .map(|number| {
                let (called, time) = (called.clone(), number * 104_729 % 1000);
                let call = move || called.borrow_mut().push((time, number));
                Some(call_later(ms(time), call))
            })
            .collect();
        // A prime: every number once, in an order that looks like none.
        for number in (0..count).map(|number| number * 7919 % count) {
            let handle = handles[number as usize].take().expect("each comes once");
            if number % 2 == 1 {
                handle.cancel();
                handle.cancel();
            }
        }
        sleep(ms(1000)).await;
        let called = called.take();
        assert_eq!(called.len() as u64, count / 2);
        assert!(called.is_sorted(), "by time, and those that are equal as they came");
        assert!(called.iter().all(|(_, number)| number % 2 == 0));
    });
}
