use super::SharedRoom;
use super::door::door;
use ch05_syscalls::{KillTask, NewTask, Reply};
use ch06_sleep_and_io::WaitRead;
use ch07_future_and_handle::{AsCoroutine, call};
use std::net::TcpListener;
use std::os::unix::net::UnixStream;
use std::rc::Rc;

/// Opens the door, waits for Ctrl-C, closes the door, and sends everybody home.
pub(crate) async fn host(listener: TcpListener, ctrl_c: UnixStream) {
    let room = SharedRoom::default();
    let body = AsCoroutine::new(door(Rc::new(listener), room.clone()));
    let Reply::Tid(door) = call(NewTask("door", body)).await else {
        panic!("a new task has a number");
    };
    call(WaitRead(Rc::new(ctrl_c))).await;
    call(KillTask(door)).await;
    println!("the fire is out");
    room.borrow_mut().close("* the fire is out, good night");
}
