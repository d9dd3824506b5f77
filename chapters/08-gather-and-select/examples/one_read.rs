//! The life of one read. A reader waits, a writer sleeps, then writes five bytes.

use ch04_scheduler::trace;
use ch07_future_and_handle::spawn;
use ch08_gather_and_select::{TcpListener, TcpStream, event_loop, sleep};
use std::io;
use std::time::Duration;

async fn reader(stream: TcpStream) -> io::Result<usize> {
    println!("the reader reads");
    let mut buffer = [0; 16];
    let n = stream.read(&mut buffer).await?;
    println!("the reader has {n} bytes");
    Ok(n)
}

async fn writer(stream: TcpStream) -> io::Result<()> {
    sleep(Duration::from_millis(100)).await;
    println!("the writer writes");
    stream.write_all(b"hello").await
}

async fn life() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let near = TcpStream::connect(listener.local_addr()?).await?;
    let (far, _) = listener.accept().await?;
    println!("they are connected");
    let read = spawn(reader(near));
    spawn(writer(far));
    let n = read.await.expect("nobody panics")?;
    println!("{n} bytes have been read");
    Ok(())
}

fn main() -> io::Result<()> {
    trace::init();
    event_loop()?.run_until_complete(life())
}
