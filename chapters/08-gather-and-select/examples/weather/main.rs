//! Fetch, process, save: three huts are asked for the weather, all at once, and one report
//! is saved. With `-- --listen ADDRESS:PORT`, the server of the huts waits for you.

#[path = "../shared/http.rs"]
mod http;
mod huts;
#[path = "../shared/listen.rs"]
mod listen;

use ch04_scheduler::trace;
use ch07_future_and_handle::spawn;
use ch08_gather_and_select::{TcpListener, event_loop, try_gather};
use std::error::Error;
use std::net::{self, SocketAddr};
use std::process::ExitCode;

const HUTS: [&str; 3] = ["summit", "lake", "forest"];

/// A line of the report.
async fn weather(
    server: SocketAddr,
    hut: &'static str,
) -> Result<String, Box<dyn Error>> {
    let readings = http::request(server, &format!("GET /{hut}"), "").await?;
    println!("{hut} has answered: {readings}");
    let readings: Vec<i32> =
        readings.split(' ').map(str::parse).collect::<Result<_, _>>()?;
    let lowest = readings.iter().min().ok_or("no readings")?;
    Ok(format!("{hut}: {lowest} degrees at night\n"))
}

async fn fetch_process_save(server: SocketAddr) -> Result<(), Box<dyn Error>> {
    let report = try_gather(HUTS.map(|hut| weather(server, hut))).await?.concat();
    http::request(server, "PUT /report", &report).await?;
    let saved = http::request(server, "GET /report", "").await?;
    print!("the report is on the board:\n{saved}");
    Ok(())
}

async fn serve(listener: net::TcpListener, alone: bool) -> Result<(), Box<dyn Error>> {
    let address = listener.local_addr()?;
    let server = huts::serve(TcpListener::from_std(listener)?);
    if alone {
        println!("listening on {address}");
        return Ok(server.await?);
    }
    spawn(server);
    fetch_process_save(address).await
}

fn run() -> Result<(), Box<dyn Error>> {
    let address = listen::address()?;
    let listener = listen::listen(address.as_deref())?;
    event_loop()?.run_until_complete(serve(listener, address.is_some()))
}

fn main() -> ExitCode {
    trace::init();
    listen::end(run())
}
