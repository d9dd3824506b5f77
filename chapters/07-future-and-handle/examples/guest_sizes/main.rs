//! What a guest of the campfire chat weighs: the state machine written by hand, and the
//! one that the compiler wrote.

#[path = "../fire/chat/guest.rs"]
mod by_compiler;
#[path = "../../../06-sleep-and-io/src/chat/guest.rs"]
#[expect(dead_code, reason = "nobody sits down here")]
mod by_hand;
#[path = "../../../06-sleep-and-io/src/chat/lines.rs"]
mod lines;
#[path = "../../../06-sleep-and-io/src/chat/room.rs"]
#[expect(dead_code, reason = "and nobody closes the room")]
mod room;

use ch06_sleep_and_io::WaitRead;
use ch07_future_and_handle::call;
use lines::Lines;
use room::Room;
use std::cell::RefCell;
use std::io::{self, ErrorKind, Read};
use std::net::TcpStream;
use std::rc::Rc;

type SharedRoom = Rc<RefCell<Room>>;

/// `read` and its wait in one function. It keeps its buffer while it waits.
async fn next_bytes(socket: &Rc<TcpStream>, lines: &mut Lines) -> io::Result<()> {
    let mut bytes = [0; 512];
    loop {
        match (&**socket).read(&mut bytes) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            result => return lines.push(&bytes[..result?]),
        }
        call(WaitRead(socket.clone())).await;
    }
}

/// The same, with the buffer in a block of its own that ends before the wait.
async fn next_bytes_in_block(
    socket: &Rc<TcpStream>,
    lines: &mut Lines,
) -> io::Result<()> {
    loop {
        {
            let mut bytes = [0; 512];
            match (&**socket).read(&mut bytes) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                result => return lines.push(&bytes[..result?]),
            }
        }
        call(WaitRead(socket.clone())).await;
    }
}

/// The size of the future that an `async fn` returns, without calling it.
fn future_of<A, B, F>(_: impl FnOnce(A, B) -> F) -> usize {
    size_of::<F>()
}

fn main() {
    println!("Guest, by hand           {:3} bytes", size_of::<by_hand::Guest>());
    println!("guest, by the compiler   {:3} bytes", future_of(by_compiler::guest));
    println!("  in it: next_line       {:3} bytes", future_of(by_compiler::next_line));
    println!("a wait with its buffer   {:3} bytes", future_of(next_bytes));
    println!("the buffer in a block    {:3} bytes", future_of(next_bytes_in_block));
}
