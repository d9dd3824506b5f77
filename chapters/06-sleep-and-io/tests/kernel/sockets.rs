//! Who waits for which socket, and what becomes of them.

use crate::rig::{World, call, fill, first, last, ms, nap, pair, read, tid, write};
use ch05_syscalls::{KillTask, WaitTask};
use ch06_sleep_and_io::{Clock, WaitRead, WaitWrite};
use std::io::ErrorKind::{ConnectionReset, WouldBlock};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::rc::Rc;
use std::time::{Duration, Instant};

#[test]
fn a_reader_goes_on_when_something_has_come() {
    let (near, far) = pair();
    let mut world = World::new(Clock::stopped());
    let socket = near.clone();
    let hear = last(move || assert_eq!(read(&socket), Ok("hey".into())));
    world.task("reader", [call(WaitRead(near)), hear]);
    world.task("writer", [nap(100), last(move || drop(write(&far, "hey")))]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(world.log(), ["writer goes on", "reader goes on"]);
    assert_eq!(world.now(), ms(100));
}

/// Level-triggered: it does not matter when it came, only that it is there.
#[test]
fn what_came_before_the_wait_counts() {
    let (near, far) = pair();
    write(&far, "hey").expect("room");
    let mut world = World::new(Clock::stopped());
    world.task("reader", [call(WaitRead(near.clone())), call(WaitRead(near))]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(world.log(), ["reader goes on", "reader goes on"]);
}

#[test]
fn a_listener_is_readable_when_somebody_connects() {
    let listener = Rc::new(TcpListener::bind("127.0.0.1:0").expect("a free port"));
    let address = listener.local_addr().expect("an address");
    let mut world = World::new(Clock::stopped());
    world.task("door", [call(WaitRead(listener.clone()))]);
    let connect = last(move || drop(TcpStream::connect(address)));
    world.task("guest", [nap(100), connect]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(world.log(), ["guest goes on", "door goes on"]);
}

#[test]
fn a_writer_goes_on_when_there_is_room() {
    let (near, far) = pair();
    fill(&near);
    let mut world = World::new(Clock::stopped());
    let socket = near.clone();
    let again = last(move || assert!(write(&socket, "more").is_ok()));
    world.task("writer", [call(WaitWrite(near)), again]);
    let empty = last(move || while read(&far).is_ok() {});
    world.task("reader", [nap(100), empty]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(world.log(), ["reader goes on", "writer goes on"]);
}

#[test]
fn several_readers_of_one_socket_all_wake_and_one_gets_it() {
    let (near, far) = pair();
    let mut world = World::new(Clock::stopped());
    for (name, outcome) in [("first", Ok("hey".into())), ("second", Err(WouldBlock))] {
        let socket = near.clone();
        let hear = first(
            move || assert_eq!(read(&socket), outcome),
            call(WaitRead(near.clone())),
        );
        world.task(name, [call(WaitRead(near.clone())), hear]);
    }
    let speak = |text| {
        let far = far.clone();
        first(move || drop(write(&far, text)), nap(100))
    };
    world.task("writer", [speak("hey"), speak("ho")]);
    assert_eq!(world.run(), Ok(()));
    let log = world.log().join(", ");
    assert_eq!(log.matches("first goes on").count(), 2, "{log}");
    assert_eq!(log.matches("second goes on").count(), 2, "{log}");
}

#[test]
fn a_reader_and_a_writer_wait_for_one_socket_at_once() {
    let (near, far) = pair();
    fill(&near);
    let mut world = World::new(Clock::stopped());
    world.task("reader", [call(WaitRead(near.clone()))]);
    world.task("writer", [call(WaitWrite(near))]);
    let other = far.clone();
    let empty = first(move || while read(&far).is_ok() {}, nap(100));
    let speak = last(move || drop(write(&other, "hey")));
    world.task("peer", [nap(100), empty, speak]);
    assert_eq!(world.run(), Ok(()));
    let order = ["peer goes on", "writer goes on", "peer goes on", "reader goes on"];
    assert_eq!(world.log(), order, "each goes on for its own reason");
}

#[test]
fn a_socket_that_is_waited_for_cannot_be_closed_underneath() {
    let (near, far) = pair();
    let mut world = World::new(Clock::stopped());
    let weak = Rc::downgrade(&near);
    let still = weak.clone();
    let (open, closed) = (far.clone(), far);
    world.task(
        "watcher",
        [
            nap(100),
            first(
                move || {
                    assert_eq!(still.strong_count(), 1, "the reactor holds it");
                    assert_eq!(read(&open), Err(WouldBlock), "it is open");
                },
                call(KillTask(tid(2))),
            ),
            last(move || assert_eq!(read(&closed), Ok(String::new()), "it is closed")),
        ],
    );
    // The only owner moves into the call.
    world.task("waiter", [call(WaitRead(near))]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(weak.strong_count(), 0);
}

#[test]
fn a_wait_that_is_over_holds_nothing() {
    let (near, far) = pair();
    write(&far, "hey").expect("room");
    let weak = Rc::downgrade(&near);
    let mut world = World::new(Clock::stopped());
    let gone = last(move || assert_eq!(weak.strong_count(), 0));
    world.task("reader", [call(WaitRead(near)), gone]);
    assert_eq!(world.run(), Ok(()));
}

#[test]
fn the_rest_of_a_half_closed_connection_is_read_to_its_end() {
    let (near, far) = pair();
    write(&far, "the rest").expect("room");
    far.shutdown(Shutdown::Write).expect("a socket");
    let mut world = World::new(Clock::stopped());
    let (one, two) = (near.clone(), near.clone());
    world.task(
        "reader",
        [
            call(WaitRead(near.clone())),
            first(
                move || assert_eq!(read(&one), Ok("the rest".into())),
                call(WaitRead(near)),
            ),
            last(move || {
                assert_eq!(read(&two), Ok(String::new()), "the end");
                assert!(write(&two, "goodbye").is_ok(), "the other half is open");
            }),
        ],
    );
    assert_eq!(world.run(), Ok(()));
    assert_eq!(read(&far), Ok("goodbye".into()));
}

/// Closing a socket with unread bytes in it resets the connection.
#[test]
fn a_reset_wakes_reader_and_writer() {
    let (near, far) = pair();
    fill(&near);
    let mut world = World::new(Clock::stopped());
    let socket = near.clone();
    let hear = last(move || assert_eq!(read(&socket), Err(ConnectionReset)));
    world.task("reader", [call(WaitRead(near.clone())), hear]);
    let socket = near.clone();
    world.task(
        "writer",
        [
            call(WaitWrite(near.clone())),
            last(move || assert!(write(&socket, "more").is_err())),
        ],
    );
    world.task("peer", [nap(100), last(move || drop(far))]);
    assert_eq!(world.run(), Ok(()));
    let order = ["peer goes on", "reader goes on", "writer goes on"];
    assert_eq!(world.log(), order);
}

#[test]
fn one_byte_at_a_time_is_one_wake_each() {
    let (near, far) = pair();
    let mut world = World::new(Clock::stopped());
    let byte = |expected: &'static str| {
        let socket = near.clone();
        first(
            move || assert_eq!(read(&socket), Ok(expected.into())),
            call(WaitRead(near.clone())),
        )
    };
    let wait = call(WaitRead(near.clone()));
    world.task("reader", [wait, byte("h"), byte("e"), byte("y")]);
    let drip = |text| {
        let far = far.clone();
        first(move || drop(write(&far, text)), nap(50))
    };
    let hang_up = {
        let far = far.clone();
        last(move || far.shutdown(Shutdown::Write).expect("a socket"))
    };
    world.task("dripper", [drip("h"), drip("e"), drip("y"), hang_up]);
    assert_eq!(world.run(), Ok(()));
    let log = world.log();
    assert_eq!(log.iter().filter(|line| *line == "reader goes on").count(), 4);
    assert_eq!(world.now(), ms(150));
}

#[test]
fn who_waits_for_a_killed_reader_learns_of_it() {
    let (near, _far) = pair();
    let mut world = World::new(Clock::stopped());
    world.task("killer", [nap(10), call(KillTask(tid(3)))]);
    world.task("waiter", [call(WaitTask(tid(3)))]);
    world.task("reader", [call(WaitRead(near))]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(world.log()[1], "waiter: the other was killed");
}

#[test]
fn sockets_are_waited_for_on_the_computers_clock_too() {
    let (near, far) = pair();
    let mut world = World::new(Clock::system());
    world.task("reader", [call(WaitRead(near))]);
    // Another thread: here the kernel really sleeps in `poll`.
    let far = Rc::into_inner(far).expect("the only owner");
    let speaker = std::thread::spawn(move || {
        std::thread::sleep(ms(50));
        write(&far, "hey")
    });
    let start = Instant::now();
    assert_eq!(world.run(), Ok(()));
    let slept = start.elapsed();
    assert!(slept > ms(30) && slept < Duration::from_secs(5), "{slept:?}");
    assert_eq!(speaker.join().expect("no panic").expect("room"), 3);
}
