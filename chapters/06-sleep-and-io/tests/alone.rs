//! What belongs to the whole process: signals, the limit on sockets, and how many
//! are open. One after the other, on the main thread, which is where signals
//! arrive.

#[path = "kernel/rig.rs"]
#[allow(dead_code)]
mod rig;
mod signals;

use ch02_coroutines::{Coroutine, CoroutineState};
use ch05_syscalls::{KillTask, Reply, Trap, trap};
use ch06_sleep_and_io::{Clock, Sleep, WaitRead, WaitWrite};
use rig::{World, call, fill, last, ms, nap, pair, read, tid, write};
use rustix::io::Errno;
use rustix::process::{Resource, Rlimit};
use rustix::process::{getrlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};
use signals::bombarded;
use std::cell::Cell;
use std::fs::File;
use std::iter;
use std::net::{TcpListener, TcpStream};
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let tests: [(&str, fn()); 6] = [
        ("a_signal_ends_no_wait", a_signal_ends_no_wait),
        ("a_signal_is_no_jump_in_virtual_time", a_signal_is_no_jump_in_virtual_time),
        ("killed_tasks_leave_no_socket_open", killed_tasks_leave_no_socket_open),
        ("more_waits_than_poll_takes", more_waits_than_poll_takes),
        ("no_file_descriptor_is_left_to_accept", no_file_descriptor_is_left_to_accept),
        ("an_endless_sleep_takes_no_time", an_endless_sleep_takes_no_time),
    ];
    for (name, test) in tests {
        test();
        println!("test {name} ... ok");
    }
}

fn a_signal_ends_no_wait() {
    let (near, far) = pair();
    let mut world = World::new(Clock::system());
    world.task("reader", [call(WaitRead(near))]);
    world.task("sleeper", [nap(200), last(move || drop(write(&far, "hey")))]);
    let start = Instant::now();
    let signals = bombarded(ms(150), || assert_eq!(world.run(), Ok(())));
    assert!(signals > 0, "no signal arrived");
    assert!(start.elapsed() >= ms(200), "the sleep was cut short");
    // Each goes on once, the reader when there is something to read.
    assert_eq!(world.log(), ["sleeper goes on", "reader goes on"]);
}

/// Each jump takes five milliseconds of quiet, although a signal comes every one.
fn a_signal_is_no_jump_in_virtual_time() {
    let (near, far) = pair();
    let mut world = World::new(Clock::stopped());
    world.task("reader", [call(WaitRead(near))]);
    let steps: [_; 20] = std::array::from_fn(|_| nap(10));
    world.task("sleeper", steps);
    let hang_up = last(move || drop(far));
    world.task("peer", [nap(200), hang_up]);
    let signals = bombarded(ms(50), || {
        let start = Instant::now();
        assert_eq!(world.run(), Ok(()));
        assert!(start.elapsed() >= ms(20 * 5), "a signal was taken for quiet");
    });
    assert!(signals > 0, "no signal arrived");
    assert_eq!(world.now(), ms(200));
    assert_eq!(world.log().iter().filter(|line| *line == "reader goes on").count(), 1);
}

fn open_sockets() -> usize {
    std::fs::read_dir("/proc/self/fd").map_or(0, Iterator::count)
}

/// Sleeping, reading and writing tasks are killed a hundred times over.
fn killed_tasks_leave_no_socket_open() {
    let before = open_sockets();
    for _ in 0..100 {
        let ((near, far), (full, other)) = (pair(), pair());
        fill(&full);
        let mut world = World::new(Clock::stopped());
        let kills = [2, 3, 4].map(|number| call(KillTask(tid(number))));
        let [one, two, three] = kills;
        let closed = last(move || {
            assert_eq!(read(&far), Ok(String::new()), "the reader's socket");
            while let Ok(text) = read(&other) {
                if text.is_empty() {
                    return;
                }
            }
            panic!("the writer's socket is open");
        });
        world.task("killer", [nap(10), one, two, three, closed]);
        world.task("sleeper", [call(Sleep(ms(1000)))]);
        world.task("reader", [call(WaitRead(near))]);
        world.task("writer", [call(WaitWrite(full))]);
        assert_eq!(world.run(), Ok(()));
        assert_eq!(world.now(), ms(10));
    }
    assert_eq!(open_sockets(), before);
}

/// `poll` refuses a list that is longer than the number of files a process may open.
fn more_waits_than_poll_takes() {
    let limit = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: Some(50), ..limit }).expect("less");
    let (near, far) = pair();
    let mut world = World::new(Clock::system());
    for _ in 0..60 {
        world.task("reader", [call(WaitRead(near.clone()))]);
    }
    world.task("peer", [nap(10), last(move || drop(far))]);
    assert_eq!(world.run(), Ok(()));
    setrlimit(Resource::Nofile, limit).expect("what it was");
}

/// Accepts one guest, and tries again a little later if that fails.
struct Door {
    listener: Rc<TcpListener>,
    refused: Rc<Cell<u32>>,
    waits: bool,
}

impl Coroutine<Reply> for Door {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        self.waits = !self.waits;
        if self.waits {
            return trap(WaitRead(self.listener.clone()));
        }
        match self.listener.accept() {
            Ok(_) => CoroutineState::Complete(()),
            Err(error) => {
                assert_eq!(error.raw_os_error(), Some(Errno::MFILE.raw_os_error()));
                self.refused.update(|refused| refused + 1);
                trap(Sleep(ms(10)))
            }
        }
    }
}

fn no_file_descriptor_is_left_to_accept() {
    let listener = Rc::new(TcpListener::bind("127.0.0.1:0").expect("a free port"));
    let address = listener.local_addr().expect("an address");
    let guest = TcpStream::connect(address).expect("it waits to be accepted");
    let limit = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: Some(100), ..limit }).expect("less");
    let all = iter::from_fn(|| File::open("/dev/null").ok());
    let spare: Vec<File> = all.collect();

    let mut world = World::new(Clock::stopped());
    let refused = Rc::new(Cell::new(0));
    let door = Door { listener, refused: refused.clone(), waits: false };
    world.kernel.create_task("door", door);
    world.task("other", [nap(55), last(move || drop(spare))]);
    assert_eq!(world.run(), Ok(()));
    setrlimit(Resource::Nofile, limit).expect("what it was");
    assert_eq!(refused.get(), 6, "at 0, 10, … 50");
    assert_eq!(world.now(), ms(60));
    assert_eq!(read(&guest), Ok(String::new()), "it was accepted, and hung up on");
}

/// However long: `poll` may not take it for an error, or for no time at all.
fn an_endless_sleep_takes_no_time() {
    let times =
        [Duration::MAX, Duration::from_secs(1 << 62), Duration::from_secs(1 << 31)];
    for time in times {
        let (near, far) = pair();
        let mut world = World::new(Clock::system());
        world.task("reader", [call(WaitRead(near)), call(KillTask(tid(2)))]);
        world.task("sleeper", [call(Sleep(time))]);
        let far = Rc::into_inner(far).expect("the only owner");
        let worked = clock_gettime(ClockId::ProcessCPUTime);
        let speaker = thread::spawn(move || {
            thread::sleep(ms(200));
            write(&far, "hey")
        });
        assert_eq!(world.run(), Ok(()));
        let worked = clock_gettime(ClockId::ProcessCPUTime) - worked;
        let worked = Duration::try_from(worked).expect("time passes");
        assert!(worked < ms(100), "it worked for {worked:?}");
        assert_eq!(speaker.join().expect("no panic").expect("room"), 3);
    }
}
