//! The life of one read, on tokio.

use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

async fn reader(mut stream: TcpStream) -> io::Result<usize> {
    println!("the reader reads");
    let mut buffer = [0; 16];
    let n = stream.read(&mut buffer).await?;
    println!("the reader has {n} bytes");
    Ok(n)
}

async fn writer(mut stream: TcpStream) -> io::Result<()> {
    sleep(Duration::from_millis(100)).await;
    println!("the writer writes");
    stream.write_all(b"hello").await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let near = TcpStream::connect(listener.local_addr()?).await?;
    let (far, _) = listener.accept().await?;
    println!("they are connected");
    let read = tokio::spawn(reader(near));
    tokio::spawn(writer(far));
    let n = read.await.expect("nobody panics")?;
    println!("{n} bytes have been read");
    Ok(())
}
