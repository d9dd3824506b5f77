//! `--listen ADDRESS:PORT`: where a program serves.

use std::env;
use std::error::Error;
use std::io;
use std::net::TcpListener;
use std::process::ExitCode;

/// The address after `--listen`, if there is one.
pub(crate) fn address() -> io::Result<Option<String>> {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.as_slice() {
        [] => Ok(None),
        [flag, address] if flag == "--listen" => Ok(Some(address.clone())),
        _ => Err(io::Error::other("the arguments are [--listen ADDRESS:PORT]")),
    }
}

/// Listens there. Without an address, the operating system chooses a port.
pub(crate) fn listen(address: Option<&str>) -> io::Result<TcpListener> {
    let address = address.unwrap_or("127.0.0.1:0");
    let listener = TcpListener::bind(address).map_err(|error| {
        io::Error::other(format!("cannot listen on {address}: {error}"))
    })?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Ends the program, with a message if something went wrong.
pub(crate) fn end(result: Result<(), Box<dyn Error>>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
