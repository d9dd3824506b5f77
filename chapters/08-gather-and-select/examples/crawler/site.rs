use crate::http;
use ch08_gather_and_select::{TcpListener, sleep};
use std::io;
use std::time::Duration;

/// A page, how many milliseconds it takes, and its text. A word that begins with `/` is a
/// link.
const SITE: [(&str, u64, &str); 8] = [
    ("GET /start", 50, "three paths: /river /wood /cave"),
    ("GET /river", 100, "upstream lies the /lake and back there is /start"),
    ("GET /wood", 250, "it smells of a /fire and of /moss"),
    ("GET /cave", 9_999, "nobody has ever come back"),
    ("GET /lake", 250, "to the /wood one crosses the /bridge"),
    ("GET /fire", 150, "somebody is telling stories"),
    ("GET /moss", 300, "soft"),
    ("GET /stars", 50, "nobody has linked to them"),
];

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
