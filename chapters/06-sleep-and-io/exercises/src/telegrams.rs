// Check it: cargo test -p ex06-sleep-and-io telegrams

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
        todo!("look at the length, and take the telegram out if it is complete")
    }
}
