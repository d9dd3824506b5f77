use ch08_gather_and_select::TcpStream;
use std::io::{self, ErrorKind};
use std::rc::Rc;

/// The longest line that is listened to, in bytes.
const LONGEST: usize = 1000;

/// Reads a stream line by line.
pub(crate) struct Lines {
    stream: Rc<TcpStream>,
    bytes: Vec<u8>,
}

impl Lines {
    pub(crate) fn of(stream: Rc<TcpStream>) -> Self {
        Lines { stream, bytes: Vec::new() }
    }

    /// The next line that is not empty. An error if none will come.
    pub(crate) async fn next(&mut self) -> io::Result<String> {
        loop {
            if let Some(end) = self.bytes.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.bytes.drain(..=end).collect();
                let line = String::from_utf8_lossy(&line);
                if !line.trim().is_empty() {
                    return Ok(line.trim().into());
                }
            } else if self.bytes.len() > LONGEST {
                return Err(ErrorKind::InvalidData.into());
            } else {
                self.read().await?;
            }
        }
    }

    /// Takes in what has come.
    async fn read(&mut self) -> io::Result<()> {
        let mut piece = [0; 512];
        match self.stream.read(&mut piece).await? {
            0 => return Err(ErrorKind::UnexpectedEof.into()),
            n => self.bytes.extend(&piece[..n]),
        }
        Ok(())
    }
}
