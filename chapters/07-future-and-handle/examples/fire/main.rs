//! The campfire chat of chapter 06, on the same kernel. What was a state machine there
//! is an `async` function here; visitors, room and lines are those of chapter 06.

mod chat;

use ch04_scheduler::trace;
use ch05_syscalls::Kernel;
use ch06_sleep_and_io::{Clock, Reactor};
use ch07_future_and_handle::AsCoroutine;
use signal_hook::{consts::SIGINT, low_level::pipe};
use std::error::Error;
use std::net::TcpListener;
use std::os::unix::net::UnixStream;

fn main() -> Result<(), Box<dyn Error>> {
    trace::init();
    let listener = TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let fire = listener.local_addr()?;
    let (ctrl_c, theirs) = UnixStream::pair()?;
    pipe::register(SIGINT, theirs)?;

    let mut kernel = Kernel::new();
    kernel.attach(Reactor::new(Clock::from_env()));
    kernel.create_task("host", AsCoroutine::new(chat::host(listener, ctrl_c)));
    chat::visit(&mut kernel, fire)?;
    Ok(kernel.run()?)
}
