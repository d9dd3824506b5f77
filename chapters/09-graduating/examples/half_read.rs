//! A record of eight bytes comes in two halves, and a clock ticks in between.

use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::time::{interval, sleep};

const TICK: Duration = Duration::from_millis(100);

async fn writer(mut stream: DuplexStream) -> io::Result<()> {
    for half in ["ANNA", "BERT", "CARL", "DORA"] {
        sleep(TICK * 3 / 4).await;
        stream.write_all(half.as_bytes()).await?;
    }
    Ok(())
}

/// `read_exact` keeps what it has read in the caller's buffer, and how much in itself.
async fn loses(mut stream: DuplexStream) {
    let mut tick = interval(TICK);
    loop {
        let mut record = [0; 8];
        tokio::select! {
            result = stream.read_exact(&mut record) => match result {
                Ok(_) => println!("  {}", String::from_utf8_lossy(&record)),
                Err(error) => return println!("  {error}"),
            },
            _ = tick.tick() => {}
        }
    }
}

/// `read_buf` is dropped with nothing in it, and the buffer knows how much it has.
async fn keeps(mut stream: DuplexStream) {
    let mut tick = interval(TICK);
    let mut record = Vec::with_capacity(8);
    loop {
        tokio::select! {
            result = stream.read_buf(&mut record) => match result {
                Ok(0) | Err(_) => return println!("  the end"),
                Ok(_) if record.len() < 8 => {}
                Ok(_) => {
                    println!("  {}", String::from_utf8_lossy(&record));
                    record = Vec::with_capacity(8);
                }
            },
            _ = tick.tick() => {}
        }
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    for reads_exactly in [true, false] {
        let (near, far) = duplex(64);
        let writer = tokio::spawn(writer(far));
        if reads_exactly {
            println!("read_exact, in a select!");
            loses(near).await;
        } else {
            println!("read_buf, in a select!");
            keeps(near).await;
        }
        writer.await.expect("no panic").expect("no error");
    }
}
