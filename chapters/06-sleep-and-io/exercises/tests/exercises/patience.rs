use crate::{kernel, minutes, now, turns};
use ch02_coroutines::{Coroutine, CoroutineState::Complete};
use ch03_task::Exit;
use ch05_syscalls::{Reply, Trap, trap};
use ch06_sleep_and_io::{Sleep, WaitRead};
use ex06_sleep_and_io::patience::Within;
use std::cell::Cell;
use std::io::Read;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::rc::Rc;
use std::thread;
use std::time::Duration;

/// How the work ended, and how many minutes it took.
fn within<C>(limit: u64, work: C) -> (Option<Exit>, u64)
where
    C: Coroutine<Reply, Yield = Trap, Return = ()> + 'static,
{
    let (mut kernel, outcome) = (kernel(), Rc::new(Cell::new(None)));
    kernel.create_task("within", Within::new(minutes(limit), work, &outcome));
    kernel.run().expect("Expected: no task is left waiting");
    (outcome.take(), now(&mut kernel).as_secs() / 60)
}

/// Takes so many minutes.
fn work(time: u64) -> impl Coroutine<Reply, Yield = Trap, Return = ()> {
    turns(move |turn| match turn {
        1 => trap(Sleep(minutes(time))),
        _ => Complete(()),
    })
}

#[test]
fn in_time() {
    assert_eq!(
        within(10, work(4)),
        (Some(Exit::Returned), 4),
        "Expected: the work returns after 4 minutes, and nobody waits for the alarm"
    );
}

#[test]
fn too_late() {
    assert_eq!(
        within(10, work(60)),
        (Some(Exit::Killed), 10),
        "Expected: the alarm kills the work after 10 minutes"
    );
}

#[test]
fn done_before_anybody_could_wait() {
    assert_eq!(
        within(10, turns(|_| Complete(()))),
        (Some(Exit::Returned), 0),
        "Expected: work that ends in its first turn has returned, and took no time"
    );
}

#[test]
fn a_panic_is_an_end_like_any_other() {
    let work = turns(|turn| match turn {
        1 => trap(Sleep(minutes(2))),
        _ => panic!("this panic belongs to the test"),
    });
    let panicked = Exit::Panicked("this panic belongs to the test".into());
    assert_eq!(
        within(10, work),
        (Some(panicked), 2),
        "Expected: the outcome says that the work panicked, after 2 minutes"
    );
}

#[test]
fn nobody_answers_the_phone() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let phone = Rc::new(TcpStream::connect(address).expect("somebody listens"));
    let (mut other, _) = listener.accept().expect("somebody connects");
    // If the alarm does not end the call, this does, so that the test can fail.
    let rescue = other.try_clone().expect("a second handle");
    thread::spawn(move || {
        thread::sleep(Duration::from_secs(5));
        rescue.shutdown(Shutdown::Write)
    });
    let work = turns(move |turn| match turn {
        1 => trap(WaitRead(phone.clone())),
        _ => Complete(()),
    });
    assert_eq!(
        within(3, work),
        (Some(Exit::Killed), 3),
        "Expected: nobody answers, so the alarm ends the call after 3 minutes"
    );
    let read = other.read(&mut [0]).ok();
    assert_eq!(read, Some(0), "Expected: the killed task has hung up");
}
