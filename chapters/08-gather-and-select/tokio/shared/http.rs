//! HTTP/1.0, as much of it as we need: one request a connection, and text only.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

pub(crate) async fn request(
    server: SocketAddr,
    line: &str,
    body: &str,
) -> io::Result<String> {
    let mut stream = TcpStream::connect(server).await?;
    stream.write_all(message(&format!("{line} HTTP/1.0"), body).as_bytes()).await?;
    let (status, body) = read_message(&mut stream).await?;
    match status.split_once(' ') {
        Some((_, "200 OK")) => Ok(body),
        Some((_, status)) => Err(io::Error::other(status)),
        None => Err(ErrorKind::InvalidData.into()),
    }
}

pub(crate) async fn serve<F>(
    listener: TcpListener,
    answer: impl Fn(String, String) -> F + Clone + Send + 'static,
) -> io::Result<()>
where
    F: Future<Output = (&'static str, String)> + Send,
{
    loop {
        let (mut stream, _) = listener.accept().await?;
        let answer = answer.clone();
        tokio::spawn(async move {
            let (line, body) = read_message(&mut stream).await?;
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

async fn read_message(stream: &mut TcpStream) -> io::Result<(String, String)> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next_line().await?.ok_or(ErrorKind::UnexpectedEof)?;
    let mut length = 0;
    while let Some(field) = lines.next_line().await?.filter(|line| !line.is_empty()) {
        if let Some(("content-length", value)) = field.to_lowercase().split_once(": ") {
            length = value.parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    lines.get_mut().read_exact(&mut body).await?;
    Ok((first, String::from_utf8_lossy(&body).into()))
}
