use crate::ctrl_c::CtrlC;
use crate::lines::Lines;
use crate::room::{Room, Seat, say};
use ch07_future_and_handle::spawn;
use ch08_gather_and_select::{TcpListener, TcpStream, sleep};
use std::io;
use std::rc::Rc;
use std::time::Duration;

/// How long it takes until a guest learns who has listened.
const LATER: Duration = Duration::from_millis(500);

/// One guest, as the server sees it.
async fn guest(room: Rc<Room>, stream: TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let stream = Rc::new(stream);
    say(&stream, "your name?");
    let mut seat = Seat::take(room, stream.clone());
    let mut lines = Lines::of(stream.clone());
    seat.name = lines.next().await?;
    seat.tell_others(&format!("* {} sits down", seat.name));
    loop {
        let line = lines.next().await?;
        let heard_by = seat.tell_others(&format!("{}: {line}", seat.name));
        sleep(LATER).await;
        say(&stream, &format!("(heard by {heard_by})"));
    }
}

/// Lets guests in, for ever.
async fn door(room: Rc<Room>, listener: TcpListener) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(spawn(guest(room.clone(), stream))),
            // Too many open sockets, perhaps. Some may be closed by then.
            Err(_) => sleep(Duration::from_secs(1)).await,
        }
    }
}

/// Opens the door, waits for Ctrl-C, closes the door, and sends everybody home.
pub(crate) async fn host(listener: TcpListener, ctrl_c: CtrlC) {
    let room = Rc::new(Room::default());
    let door = spawn(door(room.clone(), listener));
    ctrl_c.pressed().await;
    door.cancel_now();
    println!("the fire is out");
    room.close("* the fire is out, good night");
}
