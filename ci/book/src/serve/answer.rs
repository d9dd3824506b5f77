use super::shelf::Shelf;
use percent_encoding::percent_decode_str;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Asked for by every page twice a second.
const VERSION: &str = "-/version";

/// A browser opens connections before it needs them: so long may one wait for its request.
const PATIENCE: Duration = Duration::from_secs(30);

/// More bytes than any request for a page has.
const LONGEST_REQUEST: u64 = 64 * 1024;

/// Answers all requests, each connection in a thread of its own: none waits for another.
pub(super) fn all(listener: &TcpListener, shelf: &Arc<Mutex<Shelf>>) {
    for connection in listener.incoming().flatten() {
        let shelf = Arc::clone(shelf);
        // If a connection breaks, its reader has gone away.
        thread::spawn(move || answer(&connection, &shelf).ok());
    }
}

/// Answers one request, and closes the connection.
fn answer(connection: &TcpStream, shelf: &Mutex<Shelf>) -> io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(connection.take(LONGEST_REQUEST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The request has to be read whole: closing would break off the answer otherwise.
    lines
        .take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty()))
        .for_each(drop);
    let response =
        respond(&shelf.lock().unwrap_or_else(PoisonError::into_inner), &request);
    response.send(connection, request.starts_with("HEAD "))
}

/// What is sent back.
struct Response {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

fn respond(shelf: &Shelf, request: &str) -> Response {
    let text =
        |status, text: &str| Response { status, kind: kind(".txt"), body: text.into() };
    let Some(path) = path(request) else {
        return text(
            "405 Method Not Allowed",
            "Pages can be read here, and nothing else.",
        );
    };
    if path == VERSION {
        return text("200 OK", &shelf.version());
    }
    let index = format!("{path}/index.html");
    let (status, name) = match [path.as_str(), index.trim_start_matches('/')]
        .into_iter()
        .find(|name| shelf.get(name).is_some())
    {
        Some(name) => ("200 OK", name),
        None => ("404 Not Found", "404.html"),
    };
    let Some(body) = shelf.get(name) else {
        return text(status, "There is no such page.");
    };
    let body = match name.ends_with(".html") {
        true => with_reload(body, &shelf.version()),
        false => body.clone(),
    };
    Response { status, kind: kind(name), body }
}

impl Response {
    fn send(&self, mut connection: &TcpStream, only_head: bool) -> io::Result<()> {
        let Response { status, kind, body } = self;
        write!(
            connection,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
             Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
            body.len()
        )?;
        if !only_head {
            connection.write_all(body)?;
        }
        connection.flush()
    }
}

/// What a request asks for, without the query, and with `%20` decoded. `None` if it does not ask
/// for anything, but sends something.
fn path(request: &str) -> Option<String> {
    let url = request.strip_prefix("GET ").or_else(|| request.strip_prefix("HEAD "))?;
    let path = url.split([' ', '?', '#']).next()?.trim_matches('/');
    Some(percent_decode_str(path).decode_utf8_lossy().into_owned())
}

/// A served page loads itself anew when there is a newer book. The files on disk stay as they are.
fn with_reload(page: &[u8], version: &str) -> Vec<u8> {
    let script = format!(
        "<script>setInterval(async () => {{\n  \
           const answer = document.hidden ? null : await fetch(\"/{VERSION}\").catch(() => null);\n  \
           if (answer && await answer.text() !== \"{version}\") location.reload();\n\
         }}, 500);</script>\n</body>"
    );
    String::from_utf8_lossy(page).replace("</body>", &script).into_bytes()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded_and_loses_its_query() {
        let path = |request| path(request).unwrap();
        assert_eq!(path("GET /a%20b/c.html?x=1#y HTTP/1.1"), "a b/c.html");
        assert_eq!(path("HEAD /sub/ HTTP/1.1"), "sub");
        assert_eq!(path("GET / HTTP/1.1"), "");
    }

    #[test]
    fn only_reading_is_answered() {
        assert!(
            respond(&Shelf::default(), "POST / HTTP/1.1").status.starts_with("405")
        );
        assert!(respond(&Shelf::default(), "").status.starts_with("405"));
        assert!(respond(&Shelf::default(), "GET / HTTP/1.1").status.starts_with("404"));
    }
}
