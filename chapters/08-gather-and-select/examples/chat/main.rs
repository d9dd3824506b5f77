//! The campfire chat of chapter 06, told as a story. With `-- --listen ADDRESS:PORT` it
//! waits for real visitors, until Ctrl-C.

mod ctrl_c;
mod evening;
mod guest;
mod lines;
#[path = "../shared/listen.rs"]
mod listen;
mod room;
#[path = "../../../06-sleep-and-io/src/chat/script.rs"]
mod script;

use ch04_scheduler::trace;
use ch07_future_and_handle::spawn;
use ch08_gather_and_select::{TcpListener, event_loop};
use ctrl_c::CtrlC;
use std::error::Error;
use std::io;
use std::net;
use std::process::ExitCode;

async fn chat(listener: net::TcpListener, scripted: bool) -> io::Result<()> {
    let fire = listener.local_addr()?;
    let host = guest::host(TcpListener::from_std(listener)?, CtrlC::new()?);
    let host = spawn(host);
    if scripted {
        evening::visit(fire).await?;
    } else {
        println!("listening on {fire}, until Ctrl-C");
    }
    host.await.expect("the host does not panic");
    Ok(())
}

fn run() -> Result<(), Box<dyn Error>> {
    let address = listen::address()?;
    let listener = listen::listen(address.as_deref())?;
    Ok(event_loop()?.run_until_complete(chat(listener, address.is_none()))?)
}

fn main() -> ExitCode {
    trace::init();
    listen::end(run())
}
