//! A telegram on this line is one byte that says how many bytes follow, and then
//! these bytes. The line delivers them as it likes: half a telegram, three and a
//! half, one byte at a time.

/// Takes pieces, and gives back whole telegrams.
#[derive(Default)]
pub struct Telegrams {
    /// What has come, and is not part of a telegram that was given back.
    bytes: Vec<u8>,
}

impl Telegrams {
    /// Takes the next piece.
    pub fn push(&mut self, piece: &[u8]) {
        self.bytes.extend_from_slice(piece);
    }

    /// The first telegram, without the byte for its length, if all of it is there.
    /// An empty one is a telegram, too.
    pub fn pop(&mut self) -> Option<String> {
        // TODO: look at the length, and take the telegram out if it is complete
        let length = usize::from(*self.bytes.first()?);
        if self.bytes.len() < 1 + length {
            return None;
        }
        let telegram: Vec<u8> = self.bytes.drain(..1 + length).skip(1).collect();
        Some(String::from_utf8_lossy(&telegram).into())
        // END
    }
}
