//! The canyon of chapter 06, for the fifth time. It prints the same.

use ch04_scheduler::trace;
use ch07_future_and_handle::spawn;
use ch08_gather_and_select::{TcpListener, TcpStream, event_loop, sleep, try_gather};
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

/// Lets hikers in, for ever.
async fn canyon(listener: TcpListener) -> io::Result<()> {
    loop {
        let (hiker, _) = listener.accept().await?;
        spawn(echo(hiker));
    }
}

/// Sends back whatever comes.
async fn echo(hiker: TcpStream) -> io::Result<()> {
    let mut air = [0; 4096];
    loop {
        match hiker.read(&mut air).await? {
            0 => return Ok(()),
            n => hiker.write_all(&air[..n]).await?,
        }
    }
}

/// Rests for a while, then shouts, and waits for the echo each time.
async fn hiker(
    canyon: SocketAddr,
    name: &'static str,
    rest: u64,
    shouts: &'static [&'static str],
) -> io::Result<()> {
    let canyon = TcpStream::connect(canyon).await?;
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

async fn hike() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    spawn(canyon(listener));
    let ann = hiker(address, "ann", 200, &["hello"]);
    let bob = hiker(address, "bob", 100, &["hey", "anybody there?"]);
    try_gather([ann, bob]).await?;
    Ok(())
}

fn main() -> io::Result<()> {
    trace::init();
    event_loop()?.run_until_complete(hike())
}
