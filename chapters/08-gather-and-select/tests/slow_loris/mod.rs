//! A slow-loris crowd begins to ask, a byte at a time, and never comes to the end of it. That
//! keeps nobody else from being served.
//!
//! The clock is virtual. It stands still as long as anybody can go on, so that what is measured
//! is who waits for whom, and not how busy the machine is.

use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, spawn, time};
use ch08_gather_and_select::{
    Selector, TcpListener, TcpStream, gather, sleep, timeout,
};
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::time::Duration;

/// All of them have room in the queue at the door, so that they come even if nobody lets them in.
const CROWD: u64 = 100;
const VISITORS: u64 = 20;

/// How long a visitor waits before he goes.
const PATIENCE: Duration = Duration::from_secs(1);

type Server = Pin<Box<dyn Future<Output = ()>>>;

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// Reads to the end of the line.
async fn read_line(stream: &TcpStream) -> io::Result<Vec<u8>> {
    let (mut line, mut buffer) = (Vec::new(), [0; 64]);
    while !line.ends_with(b"\n") {
        match stream.read(&mut buffer).await? {
            0 => break,
            n => line.extend(&buffer[..n]),
        }
    }
    Ok(line)
}

async fn answer(stream: TcpStream) -> io::Result<()> {
    let line = read_line(&stream).await?;
    stream.write_all(&line).await
}

/// Each visitor has a task.
fn all_at_once(listener: TcpListener) -> Server {
    Box::pin(async move {
        while let Ok((stream, _)) = listener.accept().await {
            spawn(answer(stream));
        }
    })
}

/// The fault: the next visitor is let in when this one has his answer.
fn one_by_one(listener: TcpListener) -> Server {
    Box::pin(async move {
        while let Ok((stream, _)) = listener.accept().await {
            answer(stream).await.expect("he is still there");
        }
    })
}

async fn dawdle(server: SocketAddr) -> io::Result<()> {
    let stream = TcpStream::connect(server).await?;
    loop {
        stream.write_all(b".").await?;
        sleep(ms(50)).await;
    }
}

async fn ask(server: SocketAddr) -> io::Result<()> {
    let stream = TcpStream::connect(server).await?;
    stream.write_all(b"is anybody there?\n").await?;
    assert_eq!(read_line(&stream).await?, b"is anybody there?\n");
    Ok(())
}

/// How long the visitor has waited who has waited longest.
fn longest_wait(server: fn(TcpListener) -> Server) -> Duration {
    let selector = Selector::new(Clock::stopped()).expect("a selector");
    EventLoop::with_driver(selector).run_until_complete(async move {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        (0..CROWD).for_each(|_| drop(spawn(dawdle(address))));
        sleep(ms(60)).await;
        drop(spawn(server(listener)));
        let waits = (0..VISITORS).map(|n| async move {
            sleep(ms(10 * n)).await;
            let start = time();
            let asked = timeout(PATIENCE, ask(address)).await;
            asked.unwrap_or(Ok(())).expect("somebody listens");
            time() - start
        });
        gather(waits).await.into_iter().max().expect("there are visitors")
    })
}

#[test]
fn a_slow_loris_crowd_keeps_nobody_waiting() {
    let wait = longest_wait(all_at_once);
    assert!(wait < PATIENCE / 4, "a visitor has waited for the crowd: {wait:?}");
    let wait = longest_wait(one_by_one);
    assert!(wait >= PATIENCE, "this test would not notice: {wait:?}");
}
