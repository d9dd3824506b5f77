use ch08_gather_and_select::TcpStream;
use std::io;

async fn say_goodbye(stream: TcpStream) -> io::Result<()> {
    let (_reader, writer) = stream.split();
    writer.write_all(b"goodbye").await?;
    stream.set_nodelay(true)
}

fn main() {}
