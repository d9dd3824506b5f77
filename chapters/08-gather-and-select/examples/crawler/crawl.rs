use crate::http;
use ch07_future_and_handle::spawn;
use ch08_gather_and_select::{select_all, timeout};
use std::collections::{HashSet, VecDeque};
use std::io;
use std::net::SocketAddr;
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

/// Follows all links, beginning at `/start`.
pub(crate) async fn crawl(site: SocketAddr) {
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
