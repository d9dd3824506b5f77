//! A campfire chat: three visitors spend an evening. With `-- --listen ADDRESS:PORT`
//! it waits for real ones, until Ctrl-C.

mod chat;

use ch04_scheduler::trace;
use ch05_syscalls::Kernel;
use ch06_sleep_and_io::{Clock, Reactor};
use signal_hook::{consts::SIGINT, low_level::pipe};
use std::env;
use std::error::Error;
use std::io;
use std::net::TcpListener;
use std::os::unix::net::UnixStream;
use std::process::ExitCode;

/// The address after `--listen`, if there is one.
fn address() -> Result<Option<String>, &'static str> {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.as_slice() {
        [] => Ok(None),
        [flag, address] if flag == "--listen" => Ok(Some(address.clone())),
        _ => Err("usage: 06-sleep-and-io [--listen ADDRESS:PORT]"),
    }
}

/// A socket that becomes readable when Ctrl-C is pressed.
fn ctrl_c() -> io::Result<UnixStream> {
    let (ours, theirs) = UnixStream::pair()?;
    pipe::register(SIGINT, theirs)?;
    Ok(ours)
}

fn run() -> Result<(), Box<dyn Error>> {
    let address = address()?;
    let wanted = address.as_deref().unwrap_or("127.0.0.1:0");
    let listener = TcpListener::bind(wanted)
        .map_err(|error| format!("cannot listen on {wanted}: {error}"))?;
    listener.set_nonblocking(true)?;
    let fire = listener.local_addr()?;

    let mut kernel = Kernel::new();
    kernel.attach(Reactor::new(Clock::from_env()));
    kernel.create_task("host", chat::Host::new(listener, ctrl_c()?));
    match address {
        Some(_) => println!("listening on {fire}, until Ctrl-C"),
        None => chat::visit(&mut kernel, fire)?,
    }
    Ok(kernel.run()?)
}

fn main() -> ExitCode {
    trace::init();
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
