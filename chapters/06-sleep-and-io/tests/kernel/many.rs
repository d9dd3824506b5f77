//! Ten thousand sleepers and a thousand connections, in one kernel.

use crate::rig::{World, call, last, ms, nap, pair, read, write};
use ch06_sleep_and_io::{Clock, Sleep, WaitRead};
use std::cell::Cell;
use std::rc::Rc;

#[test]
fn ten_thousand_sleepers() {
    let mut world = World::new(Clock::stopped());
    let (latest, woken) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    for number in 0..10_000 {
        // 7919 is a prime: every length once, in no order.
        let length = number * 7919 % 10_000;
        let (latest, woken) = (Rc::clone(&latest), Rc::clone(&woken));
        let wake = last(move || {
            assert!(latest.replace(length) <= length, "{length} came late");
            woken.set(woken.get() + 1);
        });
        world.task("sleeper", [call(Sleep(ms(length))), wake]);
    }
    assert_eq!(world.run(), Ok(()));
    assert_eq!(woken.get(), 10_000);
    assert_eq!(world.now(), ms(9_999));
}

#[test]
fn a_thousand_connections() {
    let mut world = World::new(Clock::stopped());
    let mut peers = Vec::new();
    let heard = Rc::new(Cell::new(0));
    for _ in 0..1000 {
        let (near, far) = pair();
        let (socket, heard) = (near.clone(), Rc::clone(&heard));
        let hear = last(move || {
            assert_eq!(read(&socket), Ok("hey".into()));
            heard.set(heard.get() + 1);
        });
        world.task("reader", [call(WaitRead(near)), hear]);
        peers.push(far);
    }
    let speak = last(move || {
        for peer in &peers {
            write(peer, "hey").expect("room");
        }
    });
    world.task("speaker", [nap(100), speak]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(heard.get(), 1000);
}
