//! The canyon, on smol: chapter 08's program, with other names in its `use` lines.

use smol::io::{AsyncReadExt, AsyncWriteExt};
use smol::net::{TcpListener, TcpStream};
use smol::{LocalExecutor, Timer, future};
use std::io;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::Duration;

async fn canyon(
    listener: TcpListener,
    executor: Rc<LocalExecutor<'static>>,
) -> io::Result<()> {
    loop {
        let (hiker, _) = listener.accept().await?;
        executor.spawn(echo(hiker)).detach();
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
    Timer::after(Duration::from_millis(rest)).await;
    for shout in shouts {
        println!("{name} shouts: {shout}");
        canyon.write_all(shout.as_bytes()).await?;
        let mut bytes = [0; 64];
        let n = canyon.read(&mut bytes).await?;
        println!("  {name} hears: {}", String::from_utf8_lossy(&bytes[..n]));
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let executor = Rc::new(LocalExecutor::new());
    smol::block_on(executor.run(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        // To drop a task of smol's is to cancel it. `_canyon` keeps it.
        let _canyon = executor.spawn(canyon(listener, executor.clone()));
        let ann = hiker(address, "ann", 200, &["hello"]);
        let bob = hiker(address, "bob", 100, &["hey", "anybody there?"]);
        future::try_zip(ann, bob).await?;
        Ok(())
    }))
}
