//! Connections come and go in all ways, hundreds of them at a time, for many seeds.

use ch07_future_and_handle::{Task, spawn, yield_now};
use ch08_gather_and_select::{
    TcpListener, TcpStream, event_loop, gather, gather_settled, sleep, timeout,
};
use std::cell::Cell;
use std::io;
use std::net::{Shutdown, SocketAddr};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// A few numbers that look random.
#[derive(Clone)]
struct Dice(Cell<u64>);

impl Dice {
    fn new(seed: u64) -> Self {
        Dice(Cell::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1))
    }

    fn below(&self, n: u64) -> u64 {
        let mut x = self.0.get();
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        self.0.set(x);
        (x >> 11) % n
    }
}

/// Counts those that are alive.
struct Alive(Rc<Cell<u64>>);

impl Alive {
    fn new(count: &Rc<Cell<u64>>) -> Self {
        count.update(|count| count + 1);
        Alive(count.clone())
    }
}

impl Drop for Alive {
    fn drop(&mut self) {
        self.0.update(|count| count - 1);
    }
}

async fn serve(listener: TcpListener, alive: Rc<Cell<u64>>) {
    loop {
        let (stream, _) = listener.accept().await.expect("enough files");
        let alive = Alive::new(&alive);
        spawn(async move {
            let _alive = alive;
            echo(stream).await
        });
    }
}

async fn echo(stream: TcpStream) -> io::Result<()> {
    let mut buffer = [0; 1000];
    loop {
        match stream.read(&mut buffer).await? {
            0 => return Ok(()),
            n => stream.write_all(&buffer[..n]).await?,
        }
    }
}

/// Sends so many bytes in pieces, while hearing all of them.
async fn talk(stream: TcpStream, dice: Dice) {
    let size = dice.below(100_000) as usize;
    let bytes: Rc<Vec<u8>> =
        Rc::new((0..size).map(|_| dice.below(256) as u8).collect());
    let stream = Rc::new(stream);
    let hear = hear(stream.clone(), bytes.clone(), dice.clone());
    let both: [Pin<Box<dyn Future<Output = ()>>>; 2] =
        [Box::pin(hear), Box::pin(send(stream, bytes, dice))];
    gather(both).await;
}

async fn send(stream: Rc<TcpStream>, bytes: Rc<Vec<u8>>, dice: Dice) {
    let mut rest = &bytes[..];
    while !rest.is_empty() {
        let n = rest.len().min(1 + dice.below(20_000) as usize);
        stream.write_all(&rest[..n]).await.expect("the echo is there");
        rest = &rest[n..];
        if dice.below(3) == 0 {
            yield_now().await;
        }
    }
    stream.shutdown(Shutdown::Write).expect("the echo is there");
}

async fn hear(stream: Rc<TcpStream>, expected: Rc<Vec<u8>>, dice: Dice) {
    let mut heard: Vec<u8> = Vec::new();
    let mut buffer = vec![0; 1 + dice.below(5000) as usize];
    loop {
        match stream.read(&mut buffer).await.expect("the echo is there") {
            0 => break,
            n => heard.extend(&buffer[..n]),
        }
    }
    assert!(heard == *expected, "{} of {} bytes", heard.len(), expected.len());
}

/// One visitor, who does what the dice say.
async fn visit(server: SocketAddr, dice: Dice) {
    let stream = TcpStream::connect(server).await.expect("a server");
    let soon = Duration::from_micros(dice.below(3000));
    match dice.below(4) {
        0 => talk(stream, dice).await,
        // Goes, as soon as it has come.
        1 => drop(stream),
        // Has had enough in the middle.
        2 => drop(timeout(soon, talk(stream, dice)).await),
        // Is cancelled in the middle.
        _ => {
            let task: Task<()> = spawn(talk(stream, dice));
            sleep(soon).await;
            task.cancel();
        }
    }
}

fn open_files() -> usize {
    std::fs::read_dir("/proc/self/fd").map_or(0, Iterator::count)
}

fn rush_hour(seed: u64) {
    let alive = Rc::new(Cell::new(0));
    let here = alive.clone();
    event_loop().expect("a selector").run_until_complete(async move {
        let before = open_files();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let server = listener.local_addr().expect("an address");
        let door = spawn(serve(listener, here.clone()));
        let visitors = (0..100).map(|n| visit(server, Dice::new(seed * 1000 + n)));
        for end in gather_settled(visitors).await {
            end.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        }
        door.cancel_now();
        drop(door);
        let all_gone = async {
            while here.get() > 0 {
                sleep(Duration::from_millis(1)).await;
            }
        };
        timeout(Duration::from_secs(10), all_gone).await.expect("all echoes end");
        assert_eq!(open_files(), before, "seed {seed}");
    });
    assert_eq!(alive.get(), 0);
}

/// One after the other: they count the files of the whole process.
static ALONE: Mutex<()> = Mutex::new(());

#[test]
fn rush_hours_and_a_crowd() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    (0..10).for_each(rush_hour);
    a_crowd_in_all_states();
}

#[test]
#[ignore = "takes minutes"]
fn many_rush_hours() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    (10..1000).for_each(rush_hour);
}

/// Tasks that wake each other in a ring, while others come, sleep, and are cancelled.
fn a_crowd_in_all_states() {
    event_loop().expect("a selector").run_until_complete(async {
        let alive = Rc::new(Cell::new(0));
        for round in 0..20 {
            let dice = Dice::new(round);
            let tasks: Vec<Task<()>> = (0..1000)
                .map(|_| {
                    let (one, nap) = (Alive::new(&alive), dice.below(5));
                    spawn(async move {
                        let _one = one;
                        for _ in 0..nap {
                            yield_now().await;
                        }
                        sleep(Duration::from_millis(nap)).await;
                    })
                })
                .collect();
            yield_now().await;
            for task in &tasks {
                if dice.below(3) == 0 {
                    task.cancel();
                }
            }
            gather(tasks).await;
            assert_eq!(alive.get(), 0, "round {round}");
        }
    });
}
