use crate::http;
use crate::pages::SITE;
use ch08_gather_and_select::{TcpListener, sleep};
use std::io;
use std::time::Duration;

/// A site, with slow pages, circles, a link to nowhere, and a page that never comes.
pub(crate) async fn serve(listener: TcpListener) -> io::Result<()> {
    http::serve(listener, |line, _| answer(line)).await
}

async fn answer(line: String) -> (&'static str, String) {
    match SITE.iter().find(|(get, ..)| *get == line) {
        Some((_, ms, text)) => {
            sleep(Duration::from_millis(*ms)).await;
            ("200 OK", text.to_string())
        }
        None => ("404 Not Found", String::new()),
    }
}
