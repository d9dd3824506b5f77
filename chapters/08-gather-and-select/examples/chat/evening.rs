use crate::lines::Lines;
use crate::script::Event::{CtrlC, HangUp, Say};
use crate::script::{EVENING, VISITORS};
use ch08_gather_and_select::{TcpStream, gather, sleep};
use signal_hook::{consts::SIGINT, low_level};
use std::io;
use std::net::{Shutdown, SocketAddr};
use std::rc::Rc;
use std::time::Duration;

/// Three visitors come, and spend an evening.
pub(crate) async fn visit(fire: SocketAddr) -> io::Result<()> {
    let mut streams = Vec::new();
    for _ in VISITORS {
        let stream = TcpStream::connect(fire).await?;
        stream.set_nodelay(true)?;
        streams.push(Rc::new(stream));
    }
    let pairs = VISITORS.into_iter().zip(streams.clone());
    let ears = gather(pairs.map(|(name, stream)| ears(name, stream)));
    for (time, event) in &EVENING {
        sleep(Duration::from_millis(*time)).await;
        match event {
            Say(who, text) => streams[*who].write_all(text.as_bytes()).await?,
            HangUp(who) => streams[*who].shutdown(Shutdown::Write)?,
            CtrlC => low_level::raise(SIGINT)?,
        }
    }
    ears.await;
    Ok(())
}

/// Prints what a visitor hears, to the end.
async fn ears(name: &'static str, stream: Rc<TcpStream>) {
    let mut lines = Lines::of(stream);
    while let Ok(line) = lines.next().await {
        println!("{name} hears  {line}");
    }
}
