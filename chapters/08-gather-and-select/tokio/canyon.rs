//! The canyon, on tokio. Its time is real: tokio's paused clock does not wait for bytes
//! that are on their way.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

async fn canyon(listener: TcpListener) -> io::Result<()> {
    loop {
        let (hiker, _) = listener.accept().await?;
        tokio::spawn(echo(hiker));
    }
}

async fn echo(mut hiker: TcpStream) -> io::Result<()> {
    let mut air = [0; 4096];
    loop {
        match hiker.read(&mut air).await? {
            0 => return Ok(()),
            n => hiker.write_all(&air[..n]).await?,
        }
    }
}

async fn hiker(
    canyon: SocketAddr,
    name: &'static str,
    rest: u64,
    shouts: &'static [&'static str],
) -> io::Result<()> {
    let mut canyon = TcpStream::connect(canyon).await?;
    sleep(Duration::from_millis(rest)).await;
    for shout in shouts {
        println!("{name} shouts: {shout}");
        canyon.write_all(shout.as_bytes()).await?;
        let mut bytes = [0; 64];
        let n = canyon.read(&mut bytes).await?;
        println!("  {name} hears: {}", String::from_utf8_lossy(&bytes[..n]));
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(canyon(listener));
    let ann = hiker(address, "ann", 200, &["hello"]);
    let bob = hiker(address, "bob", 100, &["hey", "anybody there?"]);
    tokio::try_join!(ann, bob)?;
    Ok(())
}
