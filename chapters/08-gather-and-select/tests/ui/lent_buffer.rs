use ch08_gather_and_select::TcpStream;
use std::io;

async fn peek(stream: &TcpStream) -> io::Result<usize> {
    let mut buffer = [0; 5];
    let read = stream.read(&mut buffer);
    println!("so far: {buffer:?}");
    read.await
}

fn main() {}
