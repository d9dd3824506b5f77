//! A crawler: follows all links of a site, and asks for at most three pages at a time.
//! With `-- --listen ADDRESS:PORT`, the site waits for you.

mod crawl;
#[path = "../shared/http.rs"]
mod http;
#[path = "../shared/listen.rs"]
mod listen;
mod pages;
mod site;

use ch04_scheduler::trace;
use ch07_future_and_handle::spawn;
use ch08_gather_and_select::{TcpListener, event_loop};
use std::error::Error;
use std::io;
use std::net;
use std::process::ExitCode;

async fn serve(listener: net::TcpListener, alone: bool) -> io::Result<()> {
    let address = listener.local_addr()?;
    let site = site::serve(TcpListener::from_std(listener)?);
    if alone {
        println!("listening on {address}");
        return site.await;
    }
    spawn(site);
    crawl::crawl(address).await;
    Ok(())
}

fn run() -> Result<(), Box<dyn Error>> {
    let address = listen::address()?;
    let listener = listen::listen(address.as_deref())?;
    Ok(event_loop()?.run_until_complete(serve(listener, address.is_some()))?)
}

fn main() -> ExitCode {
    trace::init();
    listen::end(run())
}
