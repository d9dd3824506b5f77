//! A crowd of connections that echo, of which a tenth is cut every second in one way or
//! another, among others that send a byte now and then and never read. Nothing is lost, nothing
//! stays open, and nobody waits long.
#![cfg(target_os = "linux")]

use ch07_future_and_handle::{spawn, time};
use ch08_gather_and_select::{TcpListener, TcpStream, event_loop, sleep};
use evidence::siege::{Siege, allow_many_files, open_files};
use std::cell::Cell;
use std::io;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

#[test]
fn two_hundred_connections_of_which_some_are_cut() {
    withstand(Siege { visitors: 200, slow: 50, seconds: 2 });
}

#[test]
#[ignore = "ten thousand connections, for a minute"]
fn ten_thousand_connections_of_which_a_thousand_are_cut_every_second() {
    withstand(Siege { visitors: 9_000, slow: 1_000, seconds: 60 });
}

#[test]
#[ignore = "started by the others"]
fn the_other_end() {
    Siege::come();
}

/// What the server has seen.
#[derive(Default)]
struct Seen {
    open: Cell<u64>,
    served: Cell<u64>,
}

/// A connection, as long as it is open.
struct Open(Rc<Seen>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.open.update(|open| open - 1);
    }
}

/// One at a time: files are counted.
static ALONE: Mutex<()> = Mutex::new(());

fn withstand(siege: Siege) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    allow_many_files();
    let before = open_files();
    let event_loop = event_loop().expect("a selector");
    event_loop.run_until_complete(async move {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let seen = Rc::new(Seen::default());
        let door = spawn(accept(listener, seen.clone()));
        let mut visitors = siege.begin(address);
        let status = loop {
            if let Some(status) = visitors.try_wait().expect("a child") {
                break status;
            }
            sleep(Duration::from_millis(20)).await;
        };
        assert!(status.success(), "a visitor has lost something");
        let patience = time() + Duration::from_secs(10);
        while seen.open.get() > 0 && time() < patience {
            sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(seen.open.get(), 0, "of {} connections", seen.served.get());
        assert!(seen.served.get() > siege.visitors + siege.slow, "none was replaced");
        door.cancel_now();
    });
    drop(event_loop);
    assert_eq!(open_files(), before);
}

async fn accept(listener: TcpListener, seen: Rc<Seen>) {
    loop {
        let (stream, _) = listener.accept().await.expect("there are files enough");
        seen.open.update(|open| open + 1);
        seen.served.update(|served| served + 1);
        let open = Open(seen.clone());
        spawn(async move {
            let _open = open;
            // However it ends.
            let _ = echo(stream).await;
        });
    }
}

async fn echo(stream: TcpStream) -> io::Result<()> {
    let mut buffer = [0; 1024];
    loop {
        match stream.read(&mut buffer).await? {
            0 => return Ok(()),
            count => stream.write_all(&buffer[..count]).await?,
        }
    }
}
