//! The faults of the classic scheduler, each excluded by a test of its name. For
//! those that this kernel could have, a broken reactor has them.

use crate::rig::{Step, World, call, ms, nap, pair, tid};
use ch03_task::Tid;
use ch05_syscalls::{Device, Kernel, KillTask, Reply, SystemCall, WaitTask};
use ch06_sleep_and_io::{Clock, Reactor, Timers, WaitRead};
use std::time::Duration;

/// The classic scheduler polls in a task that never ends, so it never ends either.
#[test]
fn it_never_exits_after_its_last_task() {
    let (near, _far) = pair();
    let mut world = World::new(Clock::stopped());
    world.task("last", [nap(10), call(KillTask(tid(2)))]);
    world.task("reader", [call(WaitRead(near))]);
    assert_eq!(world.run(), Ok(()));
    assert_eq!(world.kernel.tasks().count(), 0);
    assert_eq!(world.now(), ms(10));
}

/// The classic scheduler closes the generator, and tells its waiters when it is
/// resumed the next time: never, if what it waits for never comes.
#[test]
fn a_waiter_on_a_killed_io_task_hangs() {
    let (near, _far) = pair();
    let mut world = World::new(Clock::stopped());
    world.task("killer", [nap(10), call(KillTask(tid(3)))]);
    world.task("waiter", [call(WaitTask(tid(3)))]);
    world.task("reader", [call(WaitRead(near))]);
    assert_eq!(world.run(), Ok(()));
    assert!(world.log().contains(&"waiter: the other was killed".into()));
}

/// Kills a sleeper, and says whether the device still waits for it.
fn left_registered<D: Device>(device: D, sleep: fn(u64) -> Step) -> bool {
    let mut world = World::without_reactor();
    world.kernel.attach(device);
    world.task("killer", [sleep(10), call(KillTask(tid(2)))]);
    world.task("sleeper", [sleep(3_600_000)]);
    assert_eq!(world.run(), Ok(()));
    world.kernel.device::<D>().expect("it was attached").is_waited_for()
}

#[test]
fn a_killed_task_left_registered() {
    assert!(!left_registered(Reactor::new(Clock::stopped()), nap));
    let forgetful = left_registered(Forgetful::default(), |millis| call(Doze(millis)));
    assert!(forgetful, "this test would not notice");
}

/// A device that has timers and forgets to forget.
#[derive(Default)]
struct Forgetful {
    timers: Timers<Tid>,
    now: Duration,
}

impl Device for Forgetful {
    fn is_waited_for(&self) -> bool {
        !self.timers.is_empty()
    }

    fn take_woken(&mut self, block: bool) -> Vec<(Tid, Reply)> {
        if block {
            self.now = self.timers.next_deadline().expect("somebody waits");
        }
        self.timers
            .pop_due(self.now)
            .map(|tid| (tid, Reply::Done))
            .into_iter()
            .collect()
    }

    fn forget(&mut self, _: Tid) {}
}

/// Sleeps in the forgetful device.
struct Doze(u64);

impl SystemCall for Doze {
    fn handle(self: Box<Self>, caller: Tid, kernel: &mut Kernel) {
        let device = kernel.device::<Forgetful>().expect("it was attached");
        device.timers.insert(device.now + ms(self.0), caller);
    }
}
