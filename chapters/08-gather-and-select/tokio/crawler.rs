//! The crawler, on tokio: a `JoinSet` takes the place of `select_all`.

#[path = "shared/http.rs"]
mod http;
#[path = "../examples/crawler/pages.rs"]
mod pages;

use pages::SITE;
use std::collections::{HashSet, VecDeque};
use std::io;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

const AT_ONCE: usize = 3;
const PATIENCE: Duration = Duration::from_millis(500);

async fn answer(line: String) -> (&'static str, String) {
    match SITE.iter().find(|(get, ..)| *get == line) {
        Some((_, ms, text)) => {
            sleep(Duration::from_millis(*ms)).await;
            ("200 OK", text.to_string())
        }
        None => ("404 Not Found", String::new()),
    }
}

async fn fetch(site: SocketAddr, page: String) -> (String, io::Result<String>) {
    println!("  asks for {page}");
    let line = format!("GET {page}");
    let text = match timeout(PATIENCE, http::request(site, &line, "")).await {
        Ok(text) => text,
        Err(_) => Err(io::Error::other("the time was too short")),
    };
    (page, text)
}

async fn crawl(site: SocketAddr) {
    let mut seen = HashSet::from(["/start".to_string()]);
    let mut to_do = VecDeque::from(["/start".to_string()]);
    let mut under_way = JoinSet::new();
    loop {
        while under_way.len() < AT_ONCE
            && let Some(page) = to_do.pop_front()
        {
            under_way.spawn(fetch(site, page));
        }
        let Some(end) = under_way.join_next().await else {
            return println!("{} pages, and no more", seen.len());
        };
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

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let site = listener.local_addr()?;
    tokio::spawn(async { http::serve(listener, |line, _| answer(line)).await });
    crawl(site).await;
    Ok(())
}
