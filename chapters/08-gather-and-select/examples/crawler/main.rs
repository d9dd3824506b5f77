//! A crawler: follows all links of a site, and asks for at most three pages at a time.
//! With `-- --listen ADDRESS:PORT`, the site waits for you.

#[path = "../shared/http.rs"]
mod http;
#[path = "../shared/listen.rs"]
mod listen;
mod site;

use ch04_scheduler::trace;
use ch07_future_and_handle::spawn;
use ch08_gather_and_select::{TcpListener, event_loop, select_all, timeout};
use std::collections::{HashSet, VecDeque};
use std::error::Error;
use std::io;
use std::net::{self, SocketAddr};
use std::process::ExitCode;
use std::time::Duration;

const AT_ONCE: usize = 3;
const PATIENCE: Duration = Duration::from_millis(500);

/// A page, and its text or what went wrong.
async fn fetch(site: SocketAddr, page: String) -> (String, io::Result<String>) {
    println!("  asks for {page}");
    let line = format!("GET {page}");
    let request = timeout(PATIENCE, http::request(site, &line, ""));
    let text = request.await.map_err(io::Error::other).flatten();
    (page, text)
}

async fn crawl(site: SocketAddr) {
    let mut seen = HashSet::from(["/start".to_string()]);
    let mut to_do = VecDeque::from(["/start".to_string()]);
    let mut under_way = Vec::new();
    loop {
        while under_way.len() < AT_ONCE
            && let Some(page) = to_do.pop_front()
        {
            under_way.push(spawn(fetch(site, page)));
        }
        if under_way.is_empty() {
            return println!("{} pages, and no more", seen.len());
        }
        let (index, end) = select_all(&mut under_way).await;
        drop(under_way.remove(index));
        match end.expect("a fetch does not panic") {
            (page, Ok(text)) => {
                println!("{page}: {text}");
                let links = text.split(' ').filter(|word| word.starts_with('/'));
                let new = links.filter(|link| seen.insert(link.to_string()));
                to_do.extend(new.map(String::from));
            }
            (page, Err(error)) => println!("{page}: {error}"),
        }
    }
}

async fn serve(listener: net::TcpListener, alone: bool) -> io::Result<()> {
    let address = listener.local_addr()?;
    let site = site::serve(TcpListener::from_std(listener)?);
    if alone {
        println!("listening on {address}");
        return site.await;
    }
    spawn(site);
    crawl(address).await;
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
