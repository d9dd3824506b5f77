use super::shelf::Shelf;
use percent_encoding::percent_decode_str;
use std::io::Cursor;
use std::sync::{Mutex, PoisonError};
use tiny_http::{Header, Request, Response, Server};

/// Asked for by every page twice a second.
const VERSION: &str = "-/version";

/// Answers every request with a file of the book.
pub(super) fn all(server: &Server, shelf: &Mutex<Shelf>) {
    for request in server.incoming_requests() {
        let response = {
            let shelf = shelf.lock().unwrap_or_else(PoisonError::into_inner);
            answer(&shelf, request.url())
        };
        // A reader who has gone away needs no answer.
        let _: Result<(), _> = Request::respond(request, response);
    }
}

fn answer(shelf: &Shelf, url: &str) -> Response<Cursor<Vec<u8>>> {
    let path = path(url);
    if path == VERSION {
        return respond(200, "text/plain", shelf.version().into_bytes());
    }
    let index = format!(
        "{}index.html",
        if path.is_empty() {
            path.clone()
        } else {
            format!("{}/", path.trim_end_matches('/'))
        }
    );
    let found = [path, index, "404.html".into()]
        .into_iter()
        .find_map(|name| Some((shelf.get(&name)?.clone(), name)));
    match found {
        Some((body, name)) => {
            let status = if name == "404.html" { 404 } else { 200 };
            let kind = kind(&name);
            let body = match name.ends_with(".html") {
                true => with_reload(body, &shelf.version()),
                false => body,
            };
            respond(status, kind, body)
        }
        None => respond(404, "text/plain", b"There is no such page.".to_vec()),
    }
}

/// What is asked for, without the query and `%20`.
fn path(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or("");
    let path = path.trim_start_matches('/');
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// A served page loads itself anew when there is a newer book. The files on disk stay as they are.
fn with_reload(page: Vec<u8>, version: &str) -> Vec<u8> {
    let script = format!(
        "<script>setInterval(async () => {{\n  \
           const answer = document.hidden ? null : await fetch(\"/{VERSION}\").catch(() => null);\n  \
           if (answer && await answer.text() !== \"{version}\") location.reload();\n\
         }}, 500);</script>\n</body>"
    );
    String::from_utf8_lossy(&page).replace("</body>", &script).into_bytes()
}

fn respond(status: u16, kind: &str, body: Vec<u8>) -> Response<Cursor<Vec<u8>>> {
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in [("Content-Type", kind), ("Cache-Control", "no-cache")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
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
    fn a_url_is_decoded_and_loses_its_query() {
        assert_eq!(path("/a%20b/c.html?x=1#y"), "a b/c.html");
        assert_eq!(path("/"), "");
    }
}
