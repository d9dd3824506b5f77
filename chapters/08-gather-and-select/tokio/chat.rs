//! The campfire chat, on tokio. `ctrl_c` is the same file: a future does not know whose
//! waker it calls.

#[path = "../examples/chat/ctrl_c.rs"]
mod ctrl_c;
#[path = "../examples/shared/listen.rs"]
mod listen;
#[path = "../../06-sleep-and-io/src/chat/script.rs"]
mod script;

use ctrl_c::CtrlC;
use script::Event::{self, HangUp, Say};
use script::{EVENING, VISITORS};
use signal_hook::{consts::SIGINT, low_level};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinSet, LocalSet, spawn_local};
use tokio::time::sleep;

const LATER: Duration = Duration::from_millis(500);

#[derive(Default)]
struct Room {
    seats: RefCell<BTreeMap<u32, Rc<OwnedWriteHalf>>>,
}

struct Seat {
    room: Rc<Room>,
    number: u32,
    name: String,
}

impl Seat {
    fn take(room: Rc<Room>, writer: Rc<OwnedWriteHalf>) -> Self {
        let mut seats = room.seats.borrow_mut();
        let number = seats.last_key_value().map_or(1, |(last, _)| last + 1);
        seats.insert(number, writer);
        drop(seats);
        Seat { room, number, name: String::new() }
    }

    fn tell_others(&self, line: &str) -> usize {
        let seats = self.room.seats.borrow();
        let others = seats.iter().filter(|(number, _)| **number != self.number);
        others.filter(|(_, writer)| say(writer, line)).count()
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let left = self.room.seats.borrow_mut().remove(&self.number).is_some();
        if left && !self.name.is_empty() {
            self.tell_others(&format!("* {} left", self.name));
        }
    }
}

/// Who does not listen misses it. (Ours hangs up; a half of tokio's cannot.)
fn say(writer: &OwnedWriteHalf, line: &str) -> bool {
    let line = format!("{line}\n");
    writer.try_write(line.as_bytes()).is_ok_and(|n| n == line.len())
}

async fn next(lines: &mut Lines<BufReader<OwnedReadHalf>>) -> io::Result<String> {
    loop {
        match lines.next_line().await? {
            None => return Err(io::ErrorKind::UnexpectedEof.into()),
            Some(line) if line.trim().is_empty() => {}
            Some(line) => return Ok(line.trim().into()),
        }
    }
}

async fn guest(room: Rc<Room>, stream: TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let (reader, writer) = stream.into_split();
    let (mut lines, writer) = (BufReader::new(reader).lines(), Rc::new(writer));
    say(&writer, "your name?");
    let mut seat = Seat::take(room, writer.clone());
    seat.name = next(&mut lines).await?;
    seat.tell_others(&format!("* {} sits down", seat.name));
    loop {
        let line = next(&mut lines).await?;
        let heard_by = seat.tell_others(&format!("{}: {line}", seat.name));
        sleep(LATER).await;
        say(&writer, &format!("(heard by {heard_by})"));
    }
}

async fn host(listener: TcpListener, ctrl_c: CtrlC) {
    let room = Rc::new(Room::default());
    let mut guests = JoinSet::new();
    let door = async {
        loop {
            match listener.accept().await {
                Ok((stream, _)) => {
                    guests.spawn_local(guest(room.clone(), stream));
                }
                Err(_) => sleep(Duration::from_secs(1)).await,
            }
        }
    };
    tokio::select! { _ = door => {}, () = ctrl_c.pressed() => {} }
    println!("the fire is out");
    for writer in room.seats.take().into_values() {
        say(&writer, "* the fire is out, good night");
    }
    // With the guests, their connections go.
    guests.shutdown().await;
}

async fn visit(fire: SocketAddr) -> io::Result<()> {
    let (mut writers, mut visitors) = (Vec::new(), JoinSet::new());
    for name in VISITORS {
        let stream = TcpStream::connect(fire).await?;
        stream.set_nodelay(true)?;
        let (reader, writer) = stream.into_split();
        writers.push(writer);
        visitors.spawn_local(ears(name, BufReader::new(reader).lines()));
    }
    for (time, event) in &EVENING {
        sleep(Duration::from_millis(*time)).await;
        match event {
            Say(who, text) => writers[*who].write_all(text.as_bytes()).await?,
            HangUp(who) => writers[*who].shutdown().await?,
            Event::CtrlC => low_level::raise(SIGINT)?,
        }
    }
    visitors.join_all().await;
    Ok(())
}

async fn ears(name: &'static str, mut lines: Lines<BufReader<OwnedReadHalf>>) {
    while let Ok(line) = next(&mut lines).await {
        println!("{name} hears  {line}");
    }
}

async fn chat() -> io::Result<()> {
    let address = listen::address()?;
    let listener = TcpListener::from_std(listen::listen(address.as_deref())?)?;
    let fire = listener.local_addr()?;
    let host = spawn_local(host(listener, CtrlC::new()?));
    if address.is_none() {
        visit(fire).await?;
    } else {
        println!("listening on {fire}, until Ctrl-C");
    }
    host.await.map_err(io::Error::other)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    listen::end(LocalSet::new().run_until(chat()).await.map_err(Into::into))
}
