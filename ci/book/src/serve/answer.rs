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
    /// The header that says what the body is, or where else to look.
    header: String,
    body: Vec<u8>,
}

fn respond(shelf: &Shelf, request: &str) -> Response {
    let Some(path) = path(request) else {
        return Response::text("405 Method Not Allowed", "Here, one can only read.");
    };
    if path == VERSION {
        return Response::text("200 OK", &shelf.version());
    }
    let in_folder = |folder: &str| format!("{folder}index.html");
    if shelf.get(&path).is_some() {
        Response::file(shelf, "200 OK", &path)
    } else if shelf.get(&in_folder(&path)).is_some() {
        Response::file(shelf, "200 OK", &in_folder(&path))
    } else if shelf.get(&in_folder(&format!("{path}/"))).is_some() {
        // Relative links on that page need the slash.
        Response {
            header: format!("Location: /{path}/"),
            ..Response::text("302 Found", "")
        }
    } else {
        Response::file(shelf, "404 Not Found", "404.html")
    }
}

impl Response {
    fn text(status: &'static str, text: &str) -> Self {
        Response { status, header: content_type(".txt"), body: text.into() }
    }

    fn file(shelf: &Shelf, status: &'static str, name: &str) -> Self {
        let Some(body) = shelf.get(name) else {
            return Response::text(status, "There is no such page.");
        };
        let body = match name.ends_with(".html") {
            true => with_reload(body, &shelf.version()),
            false => body.clone(),
        };
        Response { status, header: content_type(name), body }
    }

    fn send(&self, mut connection: &TcpStream, only_head: bool) -> io::Result<()> {
        let Response { status, header, body } = self;
        write!(
            connection,
            "HTTP/1.1 {status}\r\n{header}\r\nContent-Length: {}\r\n\
             Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
            body.len()
        )?;
        connection.write_all(if only_head { &[] } else { body })
    }
}

/// What a request asks for, without the query, and with `%20` decoded. `None` if it does not ask
/// for anything, but sends something.
fn path(request: &str) -> Option<String> {
    let url =
        request.strip_prefix("GET /").or_else(|| request.strip_prefix("HEAD /"))?;
    let path = url.split([' ', '?', '#']).next()?;
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

fn content_type(name: &str) -> String {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let kind = match extension {
        "html" | "css" => &format!("text/{extension}; charset=utf-8"),
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
    format!("Content-Type: {kind}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded_and_loses_its_query() {
        let path = |request| path(request).unwrap();
        assert_eq!(path("GET /a%20b/c.html?x=1#y HTTP/1.1"), "a b/c.html");
        assert_eq!(path("HEAD /sub/ HTTP/1.1"), "sub/");
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
