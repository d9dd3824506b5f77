//! HTTP/1.0, as much of it as we need: one request a connection, and text only.

use ch07_future_and_handle::spawn;
use ch08_gather_and_select::{TcpListener, TcpStream};
use std::io::{self, ErrorKind};
use std::net::SocketAddr;

/// The longest message that is listened to, in bytes.
const LONGEST: usize = 64 * 1024;

/// Asks a server for something, or hands it something. An answer other than 200 is an
/// error.
pub(crate) async fn request(
    server: SocketAddr,
    line: &str,
    body: &str,
) -> io::Result<String> {
    let stream = TcpStream::connect(server).await?;
    stream.write_all(message(&format!("{line} HTTP/1.0"), body).as_bytes()).await?;
    let (status, body) = read_message(&stream).await?;
    match status.split_once(' ') {
        Some((_, "200 OK")) => Ok(body),
        Some((_, status)) => Err(io::Error::other(status)),
        None => Err(ErrorKind::InvalidData.into()),
    }
}

/// Lets everybody in, for ever. `answer` is given the method and the path, such as
/// `GET /report`, and the body; what it returns is a status and a body.
pub(crate) async fn serve<F>(
    listener: TcpListener,
    answer: impl Fn(String, String) -> F + Clone + 'static,
) -> io::Result<()>
where
    F: Future<Output = (&'static str, String)> + 'static,
{
    loop {
        let (stream, _) = listener.accept().await?;
        let answer = answer.clone();
        spawn(async move {
            let (line, body) = read_message(&stream).await?;
            let (line, _version) = line.rsplit_once(' ').unwrap_or_default();
            let (status, body) = answer(line.into(), body).await;
            let message = message(&format!("HTTP/1.0 {status}"), &body);
            stream.write_all(message.as_bytes()).await
        });
    }
}

fn message(line: &str, body: &str) -> String {
    format!("{line}\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

/// Reads a message: its first line, and its body.
async fn read_message(stream: &TcpStream) -> io::Result<(String, String)> {
    let (mut bytes, mut piece) = (Vec::new(), [0; 1024]);
    loop {
        if let Some(message) = whole(&bytes) {
            return Ok(message);
        }
        match stream.read(&mut piece).await? {
            0 => return Err(ErrorKind::UnexpectedEof.into()),
            _ if bytes.len() > LONGEST => return Err(ErrorKind::InvalidData.into()),
            n => bytes.extend(&piece[..n]),
        }
    }
}

/// The message, if all of it is there. An empty line ends the head.
fn whole(bytes: &[u8]) -> Option<(String, String)> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..end]);
    let body = bytes[end + 4..].get(..length(&head))?;
    let line = head.lines().next().unwrap_or_default();
    Some((line.into(), String::from_utf8_lossy(body).into()))
}

/// What the head says about the length of the body.
fn length(head: &str) -> usize {
    let fields = head.lines().filter_map(|line| line.split_once(':'));
    let mut lengths =
        fields.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    lengths.next().and_then(|(_, value)| value.trim().parse().ok()).unwrap_or(0)
}
