//! A task that lends its socket to the kernel.

use ch02_coroutines::{Coroutine, CoroutineState};
use ch05_syscalls::{Reply, Trap, trap};
use ch06_sleep_and_io::WaitRead;
use std::net::TcpStream;
use std::rc::Rc;

struct Hiker {
    socket: TcpStream,
}

impl Coroutine<Reply> for Hiker {
    type Yield = Trap;
    type Return = ();

    fn resume_with(&mut self, _: Reply) -> CoroutineState<Trap, ()> {
        trap(WaitRead(Rc::new(&self.socket)))
    }
}

fn main() {}
