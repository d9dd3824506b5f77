use super::SharedRoom;
use super::door::Door;
use ch02_coroutines::{Coroutine, CoroutineState, CoroutineState::Complete};
use ch03_task::Tid;
use ch05_syscalls::{KillTask, NewTask, Reply, Trap, trap};
use ch06_sleep_and_io::WaitRead;
use std::net::TcpListener;
use std::os::unix::net::UnixStream;
use std::rc::Rc;

/// Opens the door, waits for Ctrl-C, closes the door, and sends everybody home.
pub(crate) struct Host {
    listener: Rc<TcpListener>,
    /// Becomes readable when Ctrl-C is pressed.
    ctrl_c: Rc<UnixStream>,
    room: SharedRoom,
    state: State,
}

/// The call that the host waits in.
enum State {
    Start,
    Opening,
    Waiting { door: Tid },
    Closing,
}

impl Host {
    pub(crate) fn new(listener: TcpListener, ctrl_c: UnixStream) -> Self {
        let (listener, ctrl_c) = (Rc::new(listener), Rc::new(ctrl_c));
        let (room, state) = (SharedRoom::default(), State::Start);
        Host { listener, ctrl_c, room, state }
    }
}

impl Coroutine<Reply> for Host {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, reply: Reply) -> CoroutineState<Trap, ()> {
        match (&self.state, reply) {
            (State::Start, _) => {
                self.state = State::Opening;
                let (listener, room) = (self.listener.clone(), self.room.clone());
                trap(NewTask("door", Door { listener, room }))
            }
            (State::Opening, Reply::Tid(door)) => {
                self.state = State::Waiting { door };
                trap(WaitRead(self.ctrl_c.clone()))
            }
            (State::Waiting { door }, _) => {
                let call = trap(KillTask(*door));
                self.state = State::Closing;
                call
            }
            _ => {
                println!("the fire is out");
                self.room.borrow_mut().close("* the fire is out, good night");
                Complete(())
            }
        }
    }
}
