//! A clerk at a telegraph counter reads back what he is told, line by line, so that
//! nothing is misheard. Whoever does not finish a line in time has to go: there is a queue.

use ch08_gather_and_select::{TcpStream, timeout};
use std::io::{self, ErrorKind};
use std::time::Duration;

/// Sends each line back as soon as it is complete, with its newline, until the other side
/// has no more to say. Gives the number of lines. If the last one has no newline, it is
/// not a line.
///
/// Each line may take as long as `patience`, counted from the end of the one before.
///
/// # Errors
///
/// [`ErrorKind::TimedOut`], if a line takes longer, and whatever reading and writing say.
pub async fn read_back(stream: TcpStream, patience: Duration) -> io::Result<usize> {
    // TODO: read back what comes, line by line
    let mut lines = Lines { stream, heard: Vec::new() };
    let mut count = 0;
    loop {
        let line = timeout(patience, lines.next()).await;
        match line.map_err(|_| ErrorKind::TimedOut)?? {
            Some(line) => lines.stream.write_all(&line).await?,
            None => return Ok(count),
        }
        count += 1;
    }
    // END
}

/// A connection, and what has come over it and belongs to a later line.
struct Lines {
    stream: TcpStream,
    heard: Vec<u8>,
}

impl Lines {
    /// The next line, with its newline. `None`: the other side has no more to say.
    async fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        // TODO: read until there is a whole line
        loop {
            if let Some(end) = self.heard.iter().position(|byte| *byte == b'\n') {
                return Ok(Some(self.heard.drain(..=end).collect()));
            }
            let mut piece = [0; 64];
            match self.stream.read(&mut piece).await? {
                0 => return Ok(None),
                n => self.heard.extend(&piece[..n]),
            }
        }
        // END
    }
}
