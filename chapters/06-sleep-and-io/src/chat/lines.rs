use std::io;

/// The longest line that is listened to, in bytes.
const LONGEST: usize = 1000;

/// Takes bytes as they come, in pieces of any size, and gives back whole lines.
#[derive(Default)]
pub(crate) struct Lines {
    bytes: Vec<u8>,
}

impl Lines {
    /// More bytes. An error if a line does not want to end.
    pub(crate) fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.extend_from_slice(bytes);
        match self.bytes.len() > LONGEST && self.end().is_none() {
            true => Err(io::ErrorKind::InvalidData.into()),
            false => Ok(()),
        }
    }

    /// The next line, without its end, if all of it is there.
    pub(crate) fn next(&mut self) -> Option<String> {
        let end = self.end()?;
        let line: Vec<u8> = self.bytes.drain(..=end).collect();
        Some(String::from_utf8_lossy(&line).trim().into())
    }

    fn end(&self) -> Option<usize> {
        self.bytes.iter().position(|byte| *byte == b'\n')
    }
}
